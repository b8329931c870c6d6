package io.tradelane.trading.payment;

import io.tradelane.trading.ledger.OpenItem;
import io.tradelane.trading.ledger.OpenItems;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the open items an entry pays: those of a remittance advice that it quotes and whose total it is, else one by creditor reference, else by
 * end-to-end id, else by amount and payer.
 */
@Component
class PaymentMatcher {
    private final OpenItems openItems;
    private final BankAccounts accounts;
    private final Organisations organisations;
    private final Arrivals arrivals;

    PaymentMatcher(OpenItems openItems, BankAccounts accounts, Organisations organisations, Arrivals arrivals) {
        this.openItems = openItems;
        this.accounts = accounts;
        this.organisations = organisations;
        this.arrivals = arrivals;
    }

    /** @param most what of the payment is for the item */
    record Share(OpenItem item, BigDecimal most) {}

    sealed interface Match {
        record Found(List<Share> shares) implements Match {
            static Found whole(OpenItem item, PaymentRow payment) {
                return new Found(List.of(new Share(item, payment.amount())));
            }
        }

        record None(PaymentTask.Reason reason) implements Match {}
    }

    Match find(PaymentRow payment, UUID owner) {
        OpenItem.Side side = payment.credit() ? OpenItem.Side.RECEIVABLE : OpenItem.Side.PAYABLE;
        List<Share> announced = arrivals.announced(payment, owner).stream()
                .flatMap(item -> openItems.of(item.invoiceId()).stream()
                        .filter(open -> open.organisation().equals(owner) && open.side() == side && open.residual().amount().signum() > 0)
                        .map(open -> new Share(open, item.awaited())))
                .toList();
        if (!announced.isEmpty()) {
            return new Match.Found(announced);
        }
        List<OpenItem> named = openItems.named(owner, side, payment.creditorReference(), payment.endToEndId());
        return named.isEmpty() ? byAmountAndPayer(payment, owner, side) : among(named, payment);
    }

    private static Match among(List<OpenItem> named, PaymentRow payment) {
        List<OpenItem> comparable = named.stream().filter(item -> item.amount().currency().equals(payment.currency()))
                .toList();
        if (comparable.isEmpty()) {
            return new Match.None(PaymentTask.Reason.CURRENCY_DIFFERS);
        }
        List<OpenItem> open = comparable.stream().filter(item -> item.residual().amount().signum() > 0).toList();
        if (open.isEmpty()) {
            return new Match.None(PaymentTask.Reason.OVERPAID);
        }
        return only(open)
                .or(() -> only(open.stream().filter(item -> item.residual().sameAs(payment.money())).toList()))
                .<Match>map(item -> Match.Found.whole(item, payment))
                .orElseGet(() -> new Match.None(PaymentTask.Reason.AMBIGUOUS));
    }

    private Match byAmountAndPayer(PaymentRow payment, UUID owner, OpenItem.Side side) {
        UUID byAccount = payment.counterAccount() == null ? null : accounts.owner(payment.counterAccount())
                .orElse(null);
        List<OpenItem> fitting = openItems.open(owner, side, payment.currency()).stream()
                .filter(item -> item.residual().sameAs(payment.money()))
                .filter(item -> byAccount != null ? item.counterparty().equals(byAccount)
                        : isNamed(item.counterparty(), payment.counterName()))
                .toList();
        if (fitting.isEmpty()) {
            return new Match.None(PaymentTask.Reason.NO_MATCH);
        }
        return only(fitting)
                .or(() -> only(fitting.stream().filter(item -> mentions(payment.remittance(), item.documentNumber()))
                        .toList()))
                .<Match>map(item -> Match.Found.whole(item, payment))
                .orElseGet(() -> new Match.None(PaymentTask.Reason.AMBIGUOUS));
    }

    private boolean isNamed(UUID organisation, @Nullable String name) {
        return name != null && organisations.find(organisation).filter(known -> same(known, name)).isPresent();
    }

    private static boolean same(Organisation organisation, String name) {
        String compared = comparable(name);
        return comparable(organisation.name()).equals(compared)
                || organisation.nameLocal() != null && comparable(organisation.nameLocal()).equals(compared);
    }

    private static String comparable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[\\p{Punct}\\s]+", "");
    }

    private static boolean mentions(@Nullable String remittance, String number) {
        return remittance != null && remittance.contains(number);
    }

    private static Optional<OpenItem> only(List<OpenItem> items) {
        return items.size() == 1 ? Optional.of(items.getFirst()) : Optional.empty();
    }
}
