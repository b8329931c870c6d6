package io.tradelane.trading.payment;

import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.exchange.DryRun;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Payments a bank tells of, and the tasks of those that fit nothing. */
@Service
public class Payments {
    /** Entity type of a payment in the journal. */
    public static final String ENTITY = "PAYMENT";

    private final SettleEntry settleEntry;
    private final WorkTask workTask;
    private final PaymentTasks tasks;
    private final JdbcClient jdbc;
    private final TransactionTemplate ofItsOwn;

    Payments(SettleEntry settleEntry, WorkTask workTask, PaymentTasks tasks, JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.settleEntry = settleEntry;
        this.workTask = workTask;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Applies each entry in a transaction of its own. An entry is unique by account and the bank's reference. The open
     * item is found by creditor reference, else by end-to-end id, else by amount and payer; both parties' books are
     * posted, the invoice is settled and a REMADV goes to the supplier when an agreement says so.
     */
    public List<EntryResult> apply(PaymentNotificationDocument document, MessageContext context) {
        List<EntryResult> results = new ArrayList<>(document.entries().size());
        for (PaymentNotificationDocument.Entry entry : document.entries()) {
            results.add(DryRun.active() ? settleEntry.settle(entry, document, context)
                    : Objects.requireNonNull(ofItsOwn.execute(status -> settleEntry.settle(entry, document, context))));
        }
        return results;
    }

    /** The one verdict of a notification: applied if any entry was, held if any is and none was, else no effect. */
    public static ApplyResult verdict(List<EntryResult> entries) {
        Optional<UUID> applied = entries.stream()
                .flatMap(entry -> switch (entry) {
                    case EntryResult.Settled settled -> Stream.of(settled.payment());
                    case EntryResult.OtherSide other -> Stream.of(other.payment());
                    case EntryResult.Reversed reversed -> Stream.of(reversed.payment());
                    case EntryResult.Task task -> Stream.of(task.payment());
                    case EntryResult.NoEffect same -> Stream.<UUID>empty();
                    case EntryResult.Held held -> Stream.<UUID>empty();
                })
                .findFirst();
        if (applied.isPresent()) {
            return new ApplyResult.Applied(applied.get());
        }
        for (EntryResult entry : entries) {
            if (entry instanceof EntryResult.Held held) {
                return new ApplyResult.Held(HoldReason.CONTENT_CONFLICT, "entry " + held.reference()
                        + " came before with other content");
            }
        }
        for (EntryResult entry : entries) {
            if (entry instanceof EntryResult.NoEffect same) {
                return new ApplyResult.NoEffect("every entry is known already", same.payment());
            }
        }
        return new ApplyResult.Rejected(List.of(Refusal.NO_LINES.error()));
    }

    /** @param status {@code null}: all; newest first, at most 200 */
    @Transactional(readOnly = true)
    public List<PaymentTask> tasks(PaymentTask.@Nullable Status status) {
        return tasks.list(status);
    }

    /** With candidates to choose from. */
    @Transactional(readOnly = true)
    public Optional<PaymentTask> task(UUID taskId) {
        return tasks.find(taskId);
    }

    /**
     * Brings a task's money, or a part of it, home to an open item.
     *
     * @param amount not more than the task's amount and the item's residual; {@code null}: as much as fits
     */
    @Transactional
    public CommandResult allocate(UUID taskId, UUID openItemId, @Nullable BigDecimal amount) {
        return workTask.allocate(taskId, openItemId, amount);
    }

    @Transactional
    public CommandResult dismiss(UUID taskId, String reason) {
        return workTask.dismiss(taskId, reason);
    }

    /** What was paid on an invoice, oldest first. */
    @Transactional(readOnly = true)
    public List<PaymentView> ofInvoice(UUID invoiceId) {
        return jdbc.sql("""
                        select p.*, a.amount as allocated, a.reversed from payment_alloc a join payment p on p.id = a.payment_id
                        where a.invoice_id = :invoice order by a.id
                        """)
                .param("invoice", invoiceId)
                .query((row, n) -> new PaymentView(row.getObject("id", UUID.class), row.getString("bank_reference"),
                        row.getString("end_to_end_id"), row.getString("creditor_reference"),
                        Figures.money(row.getBigDecimal("amount"), row.getString("currency")),
                        Figures.money(row.getBigDecimal("allocated"), row.getString("currency")),
                        row.getObject("booked_on", LocalDate.class), row.getObject("value_on", LocalDate.class),
                        row.getString("debtor_name"),
                        row.getBoolean("reversed"), row.getObject("interchange_id", UUID.class),
                        row.getObject("message_id", UUID.class),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
