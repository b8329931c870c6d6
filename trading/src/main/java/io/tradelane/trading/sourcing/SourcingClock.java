package io.tradelane.trading.sourcing;

import static java.util.Objects.requireNonNull;

import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.sourcing.RfqTransition.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens by the clock: the bidding ends at its deadline, a quotation with its validity. Under scope HUB. */
@Component
public class SourcingClock {
    private final RfqRepository rfqs;
    private final InviteeRepository invitees;
    private final QuoteRepository quotes;
    private final OpenBids openBids;
    private final DecideQuote decide;
    private final SourcingJournal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SourcingClock(RfqRepository rfqs, InviteeRepository invitees, QuoteRepository quotes, OpenBids openBids, DecideQuote decide, SourcingJournal journal,
            PlatformTransactionManager transactions, Clock clock) {
        this.rfqs = rfqs;
        this.invitees = invitees;
        this.quotes = quotes;
        this.openBids = openBids;
        this.decide = decide;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Each in a transaction of its own: one that fails keeps no other from its end, and is tried again at the next tick. */
    public void tick() {
        List<RuntimeException> failures = new ArrayList<>();
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<UUID> due = requireNonNull(transaction.execute(status -> rfqs.due(now)));
        due.forEach(id -> alone(failures, () ->
                rfqs.lock(id).filter(rfq -> rfq.state().bidding() && !rfq.takesQuotes(now)).ifPresent(rfq -> end(rfq, now))));
        List<UUID> expired = requireNonNull(transaction.execute(status -> quotes.expired(now.toLocalDate())));
        expired.forEach(id -> alone(failures, () -> quotes.lock(id).ifPresent(this::expire)));
        if (!failures.isEmpty()) {
            failures.stream().skip(1).forEach(failures.getFirst()::addSuppressed);
            throw failures.getFirst();
        }
    }

    private void alone(List<RuntimeException> failures, Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }

    private void expire(QuoteRow quote) {
        quotes.current(quote)
                .filter(version -> version.state() == QuoteState.SUBMITTED && version.expired(LocalDate.now(clock)))
                .ifPresent(version -> decide.carryOut(quote, version, QuoteState.EXPIRED, QuoteTransition.Event.EXPIRE, null));
    }

    private void end(RfqRow rfq, OffsetDateTime now) {
        List<InviteeRow> invited = invitees.lockAll(rfq.id());
        RfqState next = RfqTransition.next(rfq.state(), Event.DEADLINE, RunRfq.guards(rfq, invited)).orElseThrow();
        rfqs.move(rfq.id(), next, rfq.round(), null, null, now);
        journal.request(rfq, invited.stream().map(InviteeRow::supplierOrgId).toList(), Event.DEADLINE.name(), next, MessageContext.NONE, Map.of());
        if (rfq.state() == RfqState.OPEN) {
            openBids.open(rfq);
        }
    }
}
