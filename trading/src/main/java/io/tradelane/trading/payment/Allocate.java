package io.tradelane.trading.payment;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.invoice.InvoicePayments;
import io.tradelane.trading.invoice.InvoicePayments.PayableInvoice;
import io.tradelane.trading.ledger.OpenItem;
import io.tradelane.trading.ledger.OpenItems;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings a payment, or a part of it, home to an invoice: open items, invoice, order, announcements, and a REMADV to the supplier. */
@Component
class Allocate {
    private final PaymentRepository payments;
    private final InvoicePayments invoices;
    private final OpenItems openItems;
    private final RemittanceForm form;
    private final Arrivals arrivals;
    private final Agreements agreements;
    private final Outbox outbox;
    private final Clock clock;

    Allocate(
            PaymentRepository payments, InvoicePayments invoices, OpenItems openItems, RemittanceForm form, Arrivals arrivals,
            Agreements agreements, Outbox outbox, Clock clock) {
        this.payments = payments;
        this.invoices = invoices;
        this.openItems = openItems;
        this.form = form;
        this.arrivals = arrivals;
        this.agreements = agreements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param amount what of the payment pays the invoice; zero when nothing is open any more */
    record Home(UUID id, PayableInvoice invoice, Money amount) {}

    /** Pays as much of the item as is open now and as {@code most} allows; the ledger is the caller's. */
    Optional<Home> allocate(PaymentRow payment, OpenItem item, BigDecimal most, MessageContext context) {
        Optional<PayableInvoice> invoice = invoices.lock(item.document());
        Optional<Money> residual = openItems.lock(item.document()).stream().filter(open -> open.id().equals(item.id()))
                .map(OpenItem::residual).findFirst();
        if (invoice.isEmpty() || residual.isEmpty() || residual.get().amount().signum() <= 0) {
            return Optional.empty();
        }
        Money amount = new Money(most.min(residual.get().amount()), payment.currency());
        UUID id = Ids.next();
        PayableInvoice paid = invoice.get();
        payments.allocate(new PaymentRepository.Allocation(id, payment.id(), paid.id(), amount.amount()), paid.buyer(),
                paid.supplier(), OffsetDateTime.now(clock));
        openItems.settle(paid.id(), amount.amount(), id);
        invoices.paid(paid.id(), amount.amount(), payment.bankReference(), context);
        // Who announced it has told the supplier already.
        if (!arrivals.came(payment, id, paid.id(), amount.amount(), context)) {
            remit(payment, id, paid, residual.get(), amount, context);
        }
        return Optional.of(new Home(id, paid, amount));
    }

    private void remit(PaymentRow payment, UUID allocation, PayableInvoice invoice, Money due, Money amount,
            MessageContext context) {
        if (agreements.outbound(invoice.buyer(), invoice.supplier(), DocumentType.REMITTANCE_ADVICE).isEmpty()) {
            return;
        }
        RemittanceAdviceDocument document = form.make(invoice.buyer(), invoice.supplier(), payment.day(LocalDate.now(clock)),
                payment.endToEndId() != null ? payment.endToEndId() : payment.bankReference(), amount.rounded(),
                List.of(new RemittanceAdviceDocument.Item(invoice.kind(), invoice.number(), invoice.issuedOn(),
                        due.rounded(), amount.rounded(), List.of())));
        outbox.enqueue(new OutboundDocument(invoice.buyer(), invoice.supplier(), document, invoice.number(),
                context.interchange(),
                context.message(), "remadv:" + allocation));
    }
}
