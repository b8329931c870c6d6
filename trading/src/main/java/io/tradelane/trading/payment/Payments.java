package io.tradelane.trading.payment;

import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Payments a bank tells of, and the tasks of those that fit nothing. */
@Service
public class Payments {
    /** Entity type of a payment in the journal. */
    public static final String ENTITY = "PAYMENT";

    /**
     * Applies each entry in a transaction of its own. An entry is unique by account and the bank's reference. The open
     * item is found by creditor reference, else by end-to-end id, else by amount and payer; both parties' books are
     * posted, the invoice is settled and a REMADV goes to the supplier when an agreement says so.
     */
    public List<EntryResult> apply(PaymentNotificationDocument document, MessageContext context) {
        throw new UnsupportedOperationException();
    }

    /** The one verdict of a notification: applied if any entry was, held if any is and none was, else no effect. */
    public static ApplyResult verdict(List<EntryResult> entries) {
        throw new UnsupportedOperationException();
    }

    /** @param status {@code null}: all; newest first, at most 200 */
    public List<PaymentTask> tasks(PaymentTask.@Nullable Status status) {
        throw new UnsupportedOperationException();
    }

    /** With candidates to choose from. */
    public Optional<PaymentTask> task(UUID taskId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Brings a task's money, or a part of it, home to an open item.
     *
     * @param amount not more than the task's amount and the item's residual; {@code null}: as much as fits
     */
    public CommandResult allocate(UUID taskId, UUID openItemId, @Nullable BigDecimal amount) {
        throw new UnsupportedOperationException();
    }

    public CommandResult dismiss(UUID taskId, String reason) {
        throw new UnsupportedOperationException();
    }

    /** What was paid on an invoice, oldest first. */
    public List<PaymentView> ofInvoice(UUID invoiceId) {
        throw new UnsupportedOperationException();
    }
}
