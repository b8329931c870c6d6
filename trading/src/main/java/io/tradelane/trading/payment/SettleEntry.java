package io.tradelane.trading.payment;

import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentNotificationDocument.Entry;
import io.tradelane.trading.invoice.CreditorReference;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One entry of a notification, in one transaction. */
@Component
class SettleEntry {
    private final PaymentRepository payments;
    private final BankAccounts accounts;
    private final PaymentMatcher matcher;
    private final Allocate allocate;
    private final PaymentBooks books;
    private final PaymentTasks tasks;
    private final ReversePayment reversePayment;
    private final PaymentJournal journal;
    private final Clock clock;

    SettleEntry(
            PaymentRepository payments, BankAccounts accounts, PaymentMatcher matcher, Allocate allocate,
            PaymentBooks books, PaymentTasks tasks,
            ReversePayment reversePayment, PaymentJournal journal, Clock clock) {
        this.payments = payments;
        this.accounts = accounts;
        this.matcher = matcher;
        this.allocate = allocate;
        this.books = books;
        this.tasks = tasks;
        this.reversePayment = reversePayment;
        this.journal = journal;
        this.clock = clock;
    }

    EntryResult settle(Entry entry, PaymentNotificationDocument document, MessageContext context) {
        UUID owner = accounts.owner(entry.account()).orElse(null);
        PaymentRow payment = row(entry, document, owner, context);
        if (!payments.insert(payment)) {
            PaymentRow standing = payments.standing(payment.account(), payment.bankReference()).orElseThrow();
            return ContentHash.same(standing.contentHash(), payment.contentHash())
                    ? new EntryResult.NoEffect(payment.bankReference(), standing.id())
                    : new EntryResult.Held(payment.bankReference(), standing.id());
        }
        String shared = payment.creditorReference() != null ? payment.creditorReference() : payment.endToEndId();
        if (shared != null) {
            payments.oneAtATime(shared);
        }
        if (entry.reversal()) {
            return reversePayment.reverse(payment, context);
        }
        if (owner == null) {
            return task(payment, null, payment.money(), PaymentTask.Reason.UNKNOWN_ACCOUNT, context);
        }
        Optional<PaymentRow> other = payments.otherSide(payment);
        if (other.isPresent()) {
            payments.state(payment.id(), PaymentRow.State.OTHER_SIDE, other.get().id(), null);
            journal.record(payment, null, "OTHER_SIDE", PaymentRow.State.OTHER_SIDE, context);
            return new EntryResult.OtherSide(payment.bankReference(), other.get().id());
        }
        return switch (matcher.find(payment, owner)) {
            case PaymentMatcher.Match.Found found -> settled(payment, owner, found.shares(), context);
            case PaymentMatcher.Match.None none -> unallocated(payment, owner, none.reason(), context);
        };
    }

    private EntryResult settled(PaymentRow payment, UUID owner, List<PaymentMatcher.Share> shares, MessageContext context) {
        List<Allocate.Home> homes = new ArrayList<>();
        Money excess = payment.money();
        for (PaymentMatcher.Share share : shares) {
            Optional<Allocate.Home> home = allocate.allocate(payment, share.item(), share.most().min(excess.amount()), context);
            if (home.isPresent()) {
                homes.add(home.get());
                excess = excess.minus(home.get().amount());
            }
        }
        if (homes.isEmpty()) {
            return unallocated(payment, owner, PaymentTask.Reason.OVERPAID, context);
        }
        Money allocated = payment.money().minus(excess);
        UUID buyer = homes.getFirst().invoice().buyer();
        UUID supplier = homes.getFirst().invoice().supplier();
        payments.settled(payment.id(), buyer, supplier, true);
        books.settled(payment, buyer, supplier, allocated, excess);
        journal.settled(payment, buyer, supplier, homes.stream().map(home -> home.invoice().number()).collect(Collectors.joining(", ")), allocated, context);
        if (excess.amount().signum() > 0) {
            tasks.open(payment, owner, excess, PaymentTask.Reason.OVERPAID);
        }
        return new EntryResult.Settled(payment.bankReference(), payment.id(), homes.stream().map(home -> home.invoice().id()).toList(),
                allocated, excess);
    }

    private EntryResult unallocated(PaymentRow payment, UUID owner, PaymentTask.Reason reason, MessageContext context) {
        books.unallocated(payment, owner);
        return task(payment, owner, payment.money(), reason, context);
    }

    private EntryResult task(PaymentRow payment, @Nullable UUID owner, Money amount, PaymentTask.Reason reason,
            MessageContext context) {
        UUID task = tasks.open(payment, owner, amount, reason);
        journal.record(payment, null, "TASK", PaymentRow.State.TASK, context);
        return new EntryResult.Task(payment.bankReference(), payment.id(), task, reason);
    }

    private PaymentRow row(Entry entry, PaymentNotificationDocument document, @Nullable UUID owner,
            MessageContext context) {
        boolean credit = entry.direction() == PaymentNotificationDocument.Direction.CREDIT;
        return new PaymentRow(Ids.next(), owner, credit ? null : owner, credit ? owner : null,
                BankAccounts.normalised(entry.account()),
                entry.reference(), entry.direction(), entry.amount().amount(), entry.amount().currency(),
                entry.bookingDate(), entry.valueDate(),
                entry.endToEndId(), entry.creditorReference() == null ? null
                : CreditorReference.normalised(entry.creditorReference()),
                entry.remittance(), entry.debtorName(), account(entry.debtorAccount()), entry.creditorName(),
                account(entry.creditorAccount()),
                entry.reversal(), false, PaymentRow.State.TASK, null, null, ContentHash.of(entry.toString()),
                context.interchange(),
                context.message(), document.number(), OffsetDateTime.now(clock));
    }

    private static @Nullable String account(@Nullable String number) {
        return number == null ? null : BankAccounts.normalised(number);
    }
}
