package io.tradelane.trading.payment;

import io.tradelane.trading.invoice.InvoicePayments;
import io.tradelane.trading.ledger.OpenItems;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a payment back: its postings are reversed, its invoices are open again. */
@Component
class ReversePayment {
    private final PaymentRepository payments;
    private final PaymentBooks books;
    private final PaymentTasks tasks;
    private final InvoicePayments invoices;
    private final OpenItems openItems;
    private final Arrivals arrivals;
    private final PaymentJournal journal;

    ReversePayment(
            PaymentRepository payments, PaymentBooks books, PaymentTasks tasks, InvoicePayments invoices,
            OpenItems openItems, Arrivals arrivals, PaymentJournal journal) {
        this.payments = payments;
        this.books = books;
        this.tasks = tasks;
        this.invoices = invoices;
        this.openItems = openItems;
        this.arrivals = arrivals;
        this.journal = journal;
    }

    EntryResult reverse(PaymentRow reversal, MessageContext context) {
        List<PaymentRow> candidates = payments.reversible(reversal);
        if (candidates.size() != 1) {
            UUID task = tasks.open(reversal, reversal.orgId(), reversal.money(),
                    candidates.isEmpty() ? PaymentTask.Reason.UNKNOWN_REVERSAL : PaymentTask.Reason.AMBIGUOUS);
            journal.record(reversal, null, "TASK", PaymentRow.State.TASK, context);
            return new EntryResult.Task(reversal.bankReference(), reversal.id(), task,
                    candidates.isEmpty() ? PaymentTask.Reason.UNKNOWN_REVERSAL : PaymentTask.Reason.AMBIGUOUS);
        }
        PaymentRow named = candidates.getFirst();
        PaymentRow original = named.otherSideOf() == null ? named : payments.find(named.otherSideOf()).orElseThrow();
        payments.state(reversal.id(), PaymentRow.State.REVERSAL, null, named.id());
        payments.state(named.id(), PaymentRow.State.REVERSED, null, null);
        journal.record(reversal, null, "REVERSE", PaymentRow.State.REVERSAL, context);
        if (original.state() == PaymentRow.State.REVERSED) {
            return new EntryResult.OtherSide(reversal.bankReference(), original.id());
        }
        takeBack(original, reversal, context);
        return new EntryResult.Reversed(reversal.bankReference(), reversal.id(), original.id());
    }

    private void takeBack(PaymentRow original, PaymentRow reversal, MessageContext context) {
        for (PaymentRepository.Allocation allocation : payments.takeBack(original.id())) {
            invoices.lock(allocation.invoiceId());
            openItems.settle(allocation.invoiceId(), allocation.amount().negate(), Ids.next());
            invoices.paid(allocation.invoiceId(), allocation.amount().negate(), reversal.bankReference(), context);
            arrivals.takenBack(allocation.id(), reversal.bankReference(), context);
            books.reversed(allocation.id(), reversal);
        }
        books.reversed(original.id(), reversal);
        tasks.closeOf(original.id(), "reversed by " + reversal.bankReference());
        payments.state(original.id(), PaymentRow.State.REVERSED, null, null);
        journal.record(original, original.state(), "REVERSED", PaymentRow.State.REVERSED, context);
    }
}
