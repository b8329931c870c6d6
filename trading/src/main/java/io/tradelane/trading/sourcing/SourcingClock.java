package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.sourcing.RfqTransition.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens by the clock: the bidding ends at its deadline, a quotation with its validity. Under scope HUB. */
@Component
public class SourcingClock {
    private final RfqRepository rfqs;
    private final InviteeRepository invitees;
    private final QuoteRepository quotes;
    private final OpenBids openBids;
    private final DecideQuote decide;
    private final SourcingJournal journal;
    private final Clock clock;

    SourcingClock(RfqRepository rfqs, InviteeRepository invitees, QuoteRepository quotes, OpenBids openBids, DecideQuote decide, SourcingJournal journal, Clock clock) {
        this.rfqs = rfqs;
        this.invitees = invitees;
        this.quotes = quotes;
        this.openBids = openBids;
        this.decide = decide;
        this.journal = journal;
        this.clock = clock;
    }

    /** @return how many requests and quotations have ended by now */
    @Transactional
    public int tick() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<UUID> due = rfqs.due(now);
        due.forEach(id -> rfqs.lock(id).filter(rfq -> rfq.state().bidding() && !rfq.takesQuotes(now)).ifPresent(rfq -> end(rfq, now)));
        List<UUID> expired = quotes.expired(LocalDate.now(clock));
        expired.forEach(id -> quotes.lock(id).ifPresent(quote -> quotes.current(quote)
                .filter(version -> version.state() == QuoteState.SUBMITTED && version.expired(LocalDate.now(clock)))
                .ifPresent(version -> decide.carryOut(quote, version, QuoteState.EXPIRED, QuoteTransition.Event.EXPIRE, null))));
        return due.size() + expired.size();
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
