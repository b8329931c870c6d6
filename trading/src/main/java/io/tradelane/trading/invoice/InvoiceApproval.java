package io.tradelane.trading.invoice;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.ledger.Account;
import io.tradelane.trading.ledger.Ledger;
import io.tradelane.trading.ledger.OpenItems;
import io.tradelane.trading.ledger.Posting;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes lines payable: both parties' books and the open item grow by what is approved. */
@Component
class InvoiceApproval {
    private final InvoiceRepository invoices;
    private final Ledger ledger;
    private final OpenItems openItems;
    private final Clock clock;

    InvoiceApproval(InvoiceRepository invoices, Ledger ledger, OpenItems openItems, Clock clock) {
        this.invoices = invoices;
        this.ledger = ledger;
        this.openItems = openItems;
        this.clock = clock;
    }

    /**
     * @param payable lines that have just become payable
     * @param orderLines by id
     * @param claims see {@link InvoiceRepository#claims}
     * @return the sum with tax
     */
    BigDecimal approve(
            InvoiceRow invoice, List<InvoiceLineRow> payable, Map<UUID, OrderLines.Line> orderLines,
            Map<UUID, BigDecimal> claims) {
        String currency = invoice.currency();
        Money net = Money.zero(currency);
        Money tax = Money.zero(currency);
        Money received = Money.zero(currency);
        for (InvoiceLineRow line : payable) {
            net = net.plus(new Money(Objects.requireNonNull(line.approvedNet()), currency));
            tax = tax.plus(new Money(Objects.requireNonNull(line.approvedTax()), currency));
            received = received.plus(received(line, orderLines.get(line.poLineId()),
                    claims.getOrDefault(line.id(), BigDecimal.ZERO), currency));
        }
        Money gross = net.plus(tax);
        UUID approval = Ids.next();
        invoices.insertApproval(approval, invoice, net.amount(), tax.amount(), Tenancy.current().name(),
                OffsetDateTime.now(clock));
        book(invoice, approval, net, tax, received);
        openItems.raise(
                new OpenItems.Debt(invoice.buyerOrgId(), invoice.supplierOrgId(), invoice.id(), invoice.number(),
                        invoice.dueOn(),
                        invoice.creditorReference()),
                gross, approval);
        return gross.amount();
    }

    /** What the receipt booked for the quantity that is paid: the provisional liability to be cleared. */
    private static Money received(InvoiceLineRow line, OrderLines.@Nullable Line order, BigDecimal claimed,
            String currency) {
        Price price = order == null ? null : order.price();
        if (order == null || price == null) {
            return Money.zero(currency);
        }
        BigDecimal quantity = Objects.requireNonNull(line.payableQuantity()).min(ThreeWayMatch.available(order,
                claimed));
        return price.of(new Quantity(quantity, order.unit())).rounded();
    }

    private void book(InvoiceRow invoice, UUID approval, Money net, Money tax, Money received) {
        LocalDate today = LocalDate.now(clock);
        String text = invoice.number();
        ledger.post(List.of(
                new Posting(invoice.buyerOrgId(), Posting.Rule.INVOICE_APPROVED, approval, today, text,
                        new Posting.Builder(invoice.supplierOrgId())
                                .debit(Account.GOODS_RECEIVED_NOT_INVOICED, received)
                                .debit(Account.PRICE_VARIANCE, net.minus(received))
                                .debit(Account.INPUT_TAX, tax)
                                .credit(Account.PAYABLES, net.plus(tax))
                                .lines()),
                new Posting(invoice.supplierOrgId(), Posting.Rule.INVOICE_APPROVED, approval, today, text,
                        new Posting.Builder(invoice.buyerOrgId())
                                .debit(Account.RECEIVABLES, net.plus(tax))
                                .credit(Account.UNBILLED_RECEIVABLES, received)
                                .credit(Account.REVENUE, net.minus(received))
                                .credit(Account.OUTPUT_TAX, tax)
                                .lines())));
    }
}
