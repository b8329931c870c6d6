package io.tradelane.mappings.payment;

import io.tradelane.mappings.payment.Booking.Transaction;
import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.shared.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one {@link Entry} for each transaction of a booking, or one for the booking when it names no transactions. */
final class EntrySplitter {
    private final String account;
    private final Booking booking;
    private final Money amount;
    private final Direction direction;
    private final String reference;

    /** @param fallbackReference of this booking when the bank gave none */
    EntrySplitter(String account, Booking booking, Money amount, Direction direction, String fallbackReference) {
        this.account = account;
        this.booking = booking;
        this.amount = amount;
        this.direction = direction;
        this.reference = booking.servicerReference != null ? booking.servicerReference
                : booking.entryReference != null ? booking.entryReference
                : fallbackReference;
    }

    /** Whether there are several transactions that do not say how the booking divides among them. */
    boolean undivided() {
        return booking.transactions.size() > 1 && booking.transactions.stream().anyMatch(t -> t.amount == null);
    }

    List<Entry> entries() {
        if (booking.transactions.isEmpty() || undivided()) {
            return List.of(entry(merged(), amount, reference));
        }
        if (booking.transactions.size() == 1) {
            Transaction only = booking.transactions.getFirst();
            return List.of(entry(only, inAccountCurrency(only), only.servicerReference == null ? reference : only.servicerReference));
        }
        List<Entry> entries = new ArrayList<>();
        Set<String> references = new HashSet<>();
        for (Transaction transaction : booking.transactions) {
            String own = transaction.servicerReference == null ? reference : transaction.servicerReference;
            String unique = own;
            for (int i = 1; !references.add(unique); i++) {
                unique = own + "/" + (i + 1);
            }
            entries.add(entry(transaction, Objects.requireNonNull(transaction.amount), unique));
        }
        return entries;
    }

    private Money inAccountCurrency(Transaction transaction) {
        boolean same = transaction.amount != null && transaction.amount.currency().equals(amount.currency());
        return same ? Objects.requireNonNull(transaction.amount) : amount;
    }

    /** What all transactions have in common stands for the booking as a whole. */
    private Transaction merged() {
        Transaction merged = new Transaction();
        merged.endToEndId = common(t -> t.endToEndId);
        merged.creditorReference = common(t -> t.creditorReference);
        merged.debtor.name = common(t -> t.debtor.nameOrUltimate());
        merged.debtor.account = common(t -> t.debtor.account);
        merged.creditor.name = common(t -> t.creditor.nameOrUltimate());
        merged.creditor.account = common(t -> t.creditor.account);
        booking.transactions.forEach(t -> merged.remittance.addAll(t.remittance));
        return merged;
    }

    private @Nullable String common(Function<Transaction, @Nullable String> field) {
        List<@Nullable String> values = booking.transactions.stream().map(field).distinct().toList();
        return values.size() == 1 ? values.getFirst() : null;
    }

    private Entry entry(Transaction transaction, Money money, String ownReference) {
        String remittance = transaction.remittanceText() == null ? booking.additionalInformation : transaction.remittanceText();
        return new Entry(
                account,
                ownReference,
                transaction.direction == null ? direction : transaction.direction,
                money,
                booking.bookingDate,
                booking.valueDate,
                transaction.endToEndId,
                transaction.creditorReference,
                remittance,
                transaction.debtor.nameOrUltimate(),
                transaction.debtor.account,
                transaction.creditor.nameOrUltimate(),
                transaction.creditor.account,
                booking.reversal);
    }
}
