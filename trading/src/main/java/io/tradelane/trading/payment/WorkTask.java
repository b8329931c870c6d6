package io.tradelane.trading.payment;

import io.tradelane.trading.ledger.OpenItem;
import io.tradelane.trading.ledger.OpenItems;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a clerk does with a payment that fits nothing. */
@Component
class WorkTask {
    private final PaymentTasks tasks;
    private final PaymentRepository payments;
    private final OpenItems openItems;
    private final Allocate allocate;
    private final PaymentBooks books;
    private final PaymentJournal journal;

    WorkTask(
            PaymentTasks tasks, PaymentRepository payments, OpenItems openItems, Allocate allocate, PaymentBooks books,
            PaymentJournal journal) {
        this.tasks = tasks;
        this.payments = payments;
        this.openItems = openItems;
        this.allocate = allocate;
        this.books = books;
        this.journal = journal;
    }

    CommandResult allocate(UUID taskId, UUID openItemId, @Nullable BigDecimal wanted) {
        Optional<PaymentTasks.Locked> found = tasks.lock(taskId);
        Optional<OpenItem> item = openItems.find(openItemId);
        if (found.isEmpty() || item.isEmpty()) {
            return new CommandResult.NotFound();
        }
        PaymentTasks.Locked task = found.get();
        PaymentRow payment = payments.find(task.paymentId()).orElseThrow();
        if (task.status() != PaymentTask.Status.OPEN || payment.reversal()) {
            return new CommandResult.IllegalTransition(task.status().name(), "ALLOCATE");
        }
        OpenItem.Side side = payment.credit() ? OpenItem.Side.RECEIVABLE : OpenItem.Side.PAYABLE;
        boolean fits = item.get().side() == side && item.get().amount().currency().equals(task.currency())
                && (task.orgId() == null || task.orgId().equals(item.get().organisation()));
        if (!fits) {
            return CommandResult.invalid("openItem", "does-not-fit");
        }
        BigDecimal amount = wanted == null ? task.amount().min(item.get().residual().amount()) : wanted;
        if (amount.signum() <= 0 || amount.compareTo(task.amount()) > 0
                || amount.compareTo(item.get().residual().amount()) > 0) {
            return CommandResult.invalid("amount", amount.signum() <= 0 ? "not-positive" : "too-large");
        }
        Optional<Allocate.Home> home = allocate.allocate(payment, item.get(), amount, MessageContext.NONE);
        if (home.isEmpty()) {
            return CommandResult.invalid("openItem", "nothing-open");
        }
        carryOut(task, payment, home.get());
        return new CommandResult.Done(taskId, task.version() + 1);
    }

    private void carryOut(PaymentTasks.Locked task, PaymentRow payment, Allocate.Home home) {
        UUID buyer = home.invoice().buyer();
        UUID supplier = home.invoice().supplier();
        Money amount = home.amount();
        payments.settled(payment.id(), buyer, supplier, false);
        books.allocated(payment, home.id(), buyer, supplier, amount);
        tasks.reduce(task, amount.amount());
        Set<UUID> visibleTo = PaymentJournal.visibleTo(payment);
        visibleTo.add(buyer);
        visibleTo.add(supplier);
        journal.record(payment, payment.state(), "ALLOCATE", PaymentRow.State.SETTLED,
                Map.of("invoice", home.invoice().number(), "allocated", amount.rounded().toString()), visibleTo,
                MessageContext.NONE);
    }

    CommandResult dismiss(UUID taskId, String reason) {
        Optional<PaymentTasks.Locked> task = tasks.lock(taskId);
        if (task.isEmpty()) {
            return new CommandResult.NotFound();
        }
        if (task.get().status() != PaymentTask.Status.OPEN) {
            return new CommandResult.IllegalTransition(task.get().status().name(), "DISMISS");
        }
        if (reason.isBlank()) {
            return CommandResult.invalid("reason", "required");
        }
        tasks.dismiss(task.get(), reason);
        payments.find(task.get().paymentId()).ifPresent(payment ->
                journal.record(payment, payment.state(), "DISMISS", payment.state(),
                Map.of("reason", reason), PaymentJournal.visibleTo(payment), MessageContext.NONE));
        return new CommandResult.Done(taskId, task.get().version() + 1);
    }
}
