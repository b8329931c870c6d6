package io.tradelane.trading.invoice;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.ledger.Account;
import io.tradelane.trading.ledger.Ledger;
import io.tradelane.trading.ledger.OpenItem;
import io.tradelane.trading.ledger.OpenItems;
import io.tradelane.trading.ledger.Posting;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A credit note is in the buyer's favour and counts at once: it settles what is open of the invoice it names; the rest
 * stays open as money the supplier owes.
 */
@Component
class CreditNotes {
    private final InvoiceRepository invoices;
    private final Ledger ledger;
    private final OpenItems openItems;
    private final Journal journal;
    private final Clock clock;

    CreditNotes(InvoiceRepository invoices, Ledger ledger, OpenItems openItems, Journal journal, Clock clock) {
        this.invoices = invoices;
        this.ledger = ledger;
        this.openItems = openItems;
        this.journal = journal;
        this.clock = clock;
    }

    void apply(InvoiceRow note, InvoiceAmounts amounts, MessageContext context) {
        UUID preceding = Objects.requireNonNull(note.precedingInvoiceId());
        InvoiceRow invoice = invoices.lock(preceding).orElseThrow();
        Money gross = amounts.payable();
        BigDecimal open = openItems.lock(preceding).stream().map(OpenItem::residual).map(Money::amount)
                .reduce(BigDecimal::min).orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
        BigDecimal settled = open.min(gross.amount());
        book(note, amounts);
        openItems.raise(new OpenItems.Debt(note.buyerOrgId(), note.supplierOrgId(), note.id(), note.number(),
                note.dueOn(), note.creditorReference()),
                gross.negate(), note.id());
        if (settled.signum() > 0) {
            openItems.settle(preceding, settled, note.id());
            openItems.settle(note.id(), settled.negate(), preceding);
            credit(invoice, note, settled, context);
        }
        invoices.update(note.id(), InvoiceStatus.APPROVED, gross.amount(), settled, 0, OffsetDateTime.now(clock));
    }

    /** The credit counts on the invoice as if it were paid. */
    private void credit(InvoiceRow invoice, InvoiceRow note, BigDecimal settled, MessageContext context) {
        BigDecimal paid = invoice.paidTotal().add(settled);
        InvoiceStanding standing = InvoiceStanding.of(
                invoices.lines(invoice.id()).stream().map(InvoiceLineRow::verdict).toList(), invoice.approvedTotal(),
                paid);
        InvoiceStatus status = standing.status() == InvoiceStatus.PAID && invoice.paidTotal().signum() == 0
                ? InvoiceStatus.CREDITED : standing.status();
        invoices.update(invoice.id(), status, invoice.approvedTotal(), paid, standing.openLines(),
                OffsetDateTime.now(clock));
        journal.record(new Entry(Invoices.ENTITY, invoice.id(), invoice.status().name(), "CREDIT", status.name(),
                context.interchange(),
                context.message(), Set.of(note.buyerOrgId(), note.supplierOrgId()),
                Map.of("creditNote", note.number(), "amount", Figures.money(settled, note.currency()).toString())));
    }

    private void book(InvoiceRow note, InvoiceAmounts amounts) {
        Money net = amounts.payable().minus(amounts.tax());
        LocalDate today = LocalDate.now(clock);
        ledger.post(List.of(
                new Posting(note.buyerOrgId(), Posting.Rule.CREDIT_NOTE, note.id(), today, note.number(),
                        new Posting.Builder(note.supplierOrgId())
                        .debit(Account.PAYABLES, amounts.payable())
                        .credit(Account.PRICE_VARIANCE, net)
                        .credit(Account.INPUT_TAX, amounts.tax())
                        .lines()),
                new Posting(note.supplierOrgId(), Posting.Rule.CREDIT_NOTE, note.id(), today, note.number(),
                        new Posting.Builder(note.buyerOrgId())
                        .debit(Account.REVENUE, net)
                        .debit(Account.OUTPUT_TAX, amounts.tax())
                        .credit(Account.RECEIVABLES, amounts.payable())
                        .lines())));
    }
}
