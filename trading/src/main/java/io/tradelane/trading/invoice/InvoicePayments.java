package io.tradelane.trading.invoice;

import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderStatus;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the payment room needs of an invoice: to hold it, and to tell it that it was paid. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class InvoicePayments {
    private final InvoiceRepository invoices;
    private final OrderLines orders;
    private final Journal journal;
    private final Clock clock;

    InvoicePayments(InvoiceRepository invoices, OrderLines orders, Journal journal, Clock clock) {
        this.invoices = invoices;
        this.orders = orders;
        this.journal = journal;
        this.clock = clock;
    }

    /** An invoice as far as payment goes. */
    public record PayableInvoice(
            UUID id, String number, InvoiceDocument.Kind kind, LocalDate issuedOn, UUID buyer, UUID supplier) {}

    /** Locks the invoice and its orders, in the order in which everybody locks them. */
    public Optional<PayableInvoice> lock(UUID invoiceId) {
        orders.lock(invoices.orders(invoiceId));
        return invoices.lock(invoiceId).map(invoice -> new PayableInvoice(
                invoice.id(), invoice.number(), invoice.kind(), invoice.issuedOn(), invoice.buyerOrgId(),
                invoice.supplierOrgId()));
    }

    /** The payer says that it pays; it stands on the invoice's timeline and changes nothing else. */
    public void announced(UUID invoiceId, Map<String, String> details, MessageContext context) {
        InvoiceRow invoice = invoices.lock(invoiceId).orElseThrow();
        journal.record(new Entry(Invoices.ENTITY, invoiceId, invoice.status().name(), "PAYMENT_ANNOUNCED", "PAYMENT_ANNOUNCED",
                context.interchange(), context.message(), Set.of(invoice.buyerOrgId(), invoice.supplierOrgId()), details));
    }

    /** @param amount negative when a payment is taken back */
    public void paid(UUID invoiceId, BigDecimal amount, String bankReference, MessageContext context) {
        InvoiceRow invoice = invoices.lock(invoiceId).orElseThrow();
        BigDecimal paid = invoice.paidTotal().add(amount);
        InvoiceStanding standing = InvoiceStanding.of(
                invoices.lines(invoiceId).stream().map(InvoiceLineRow::verdict).toList(), invoice.approvedTotal(),
                paid);
        invoices.update(invoiceId, standing.status(), invoice.approvedTotal(), paid, standing.openLines(),
                OffsetDateTime.now(clock));
        Map<String, String> details = Map.of("amount", Figures.money(amount, invoice.currency()).toString(),
                "bankReference", bankReference,
                "invoice", invoice.number());
        journal.record(new Entry(Invoices.ENTITY, invoiceId, invoice.status().name(), amount.signum() < 0
                ? "PAYMENT_REVERSED" : "PAID",
                standing.status().name(), context.interchange(), context.message(),
                Set.of(invoice.buyerOrgId(), invoice.supplierOrgId()), details));
        for (UUID order : invoices.orders(invoiceId)) {
            InvoiceRepository.OrderInvoices all = invoices.ofOrder(order);
            orders.paid(order, all.unpaid() == 0 && all.paid() > 0 ? OrderStatus.Payment.PAID
                    : all.paidTotal().signum() > 0 ? OrderStatus.Payment.PART_PAID : OrderStatus.Payment.UNPAID,
                    details, context);
        }
    }
}
