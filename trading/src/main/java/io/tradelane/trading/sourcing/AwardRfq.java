package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.sourcing.RfqTransition.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The buyer decides, line by line and supplier by supplier; orders are made at once, and everybody who quoted is told. */
@Component
class AwardRfq {
    private final RfqRepository rfqs;
    private final InviteeRepository invitees;
    private final QuoteRepository quotes;
    private final DecideQuote decide;
    private final AwardedOrders orders;
    private final SourcingJournal journal;
    private final Clock clock;

    AwardRfq(RfqRepository rfqs, InviteeRepository invitees, QuoteRepository quotes, DecideQuote decide, AwardedOrders orders,
            SourcingJournal journal, Clock clock) {
        this.rfqs = rfqs;
        this.invitees = invitees;
        this.quotes = quotes;
        this.decide = decide;
        this.orders = orders;
        this.journal = journal;
        this.clock = clock;
    }

    CommandResult award(UUID id, List<Award> awards, int expectedVersion) {
        Optional<RfqRow> found = rfqs.lock(id);
        if (found.isEmpty() || !Acting.as(found.get().buyerOrgId())) {
            return new CommandResult.NotFound();
        }
        RfqRow rfq = found.get();
        if (rfq.version() != expectedVersion) {
            return new CommandResult.StaleVersion(rfq.version());
        }
        if (RfqTransition.next(rfq.state(), Event.AWARD, Set.of()).isEmpty()) {
            return new CommandResult.IllegalTransition(rfq.state().name(), Event.AWARD.name());
        }
        List<InviteeRow> invited = invitees.lockAll(id);
        List<AwardPlan.Bid> bids = bids(id);
        AwardPlan plan = AwardPlan.of(awards, rfqs.lines(id), bids, LocalDate.now(clock));
        if (!plan.problems().isEmpty()) {
            return new CommandResult.Invalid(plan.problems());
        }
        carryOut(rfq, invited, bids, plan);
        return new CommandResult.Done(id, rfq.version() + 2);
    }

    private List<AwardPlan.Bid> bids(UUID rfq) {
        return quotes.ofRfq(rfq).stream()
                .map(quote -> quotes.lock(quote.id()).orElseThrow())
                .flatMap(quote -> quotes.current(quote).stream().map(version ->
                        new AwardPlan.Bid(quote, version, quotes.lines(List.of(version.id())).getOrDefault(version.id(), List.of()))))
                .toList();
    }

    private void carryOut(RfqRow rfq, List<InviteeRow> invited, List<AwardPlan.Bid> bids, AwardPlan plan) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Map<UUID, List<AwardPlan.Part>> bySupplier = plan.parts().stream()
                .collect(Collectors.groupingBy(part -> part.bid().quote().supplierOrgId(), LinkedHashMap::new, Collectors.toList()));
        rfqs.move(rfq.id(), RfqState.AWARDED, rfq.round(), null, null, now);
        List<UUID> quoted = bids.stream().map(bid -> bid.quote().supplierOrgId()).toList();
        journal.request(rfq, quoted, Event.AWARD.name(), RfqState.AWARDED, MessageContext.NONE, Map.of());
        for (AwardPlan.Bid bid : bids) {
            List<AwardPlan.Part> parts = bySupplier.getOrDefault(bid.quote().supplierOrgId(), List.of());
            conclude(rfq, bid, parts, now);
        }
        for (InviteeRow invitee : invited) {
            boolean awarded = bySupplier.containsKey(invitee.supplierOrgId());
            if (invitee.state() == InviteeState.QUOTED) {
                InviteeState to = awarded ? InviteeState.AWARDED : InviteeState.NOT_AWARDED;
                invitees.move(invitee, to, null, now);
                journal.invitee(invitee, awarded ? "AWARDED" : "NOT_AWARDED", to, Map.of());
            }
        }
        RfqRow decided = rfqs.find(rfq.id()).orElseThrow();
        rfqs.move(rfq.id(), RfqState.COMPLETED, rfq.round(), null, null, now);
        journal.request(decided, List.of(), Event.ORDER.name(), RfqState.COMPLETED, MessageContext.NONE, Map.of("orders", String.valueOf(bySupplier.size())));
    }

    /** Both agree on what is taken; what is not, in part or as a whole, ends as not awarded. */
    private void conclude(RfqRow rfq, AwardPlan.Bid bid, List<AwardPlan.Part> parts, OffsetDateTime now) {
        QuoteTransition.Event event = parts.isEmpty() ? QuoteTransition.Event.NOT_AWARDED : QuoteTransition.Event.ACCEPT;
        QuoteTransition.next(bid.version().state(), event).ifPresent(next -> decide.carryOut(bid.quote(), bid.version(), next, event, null));
        if (!parts.isEmpty()) {
            AwardedOrders.Placed order = orders.ofAward(rfq, bid, parts);
            parts.forEach(part -> rfqs.insert(rfq, part, order.id(), now));
            journal.quote(bid.quote(), QuoteState.ACCEPTED, "ORDERED", QuoteState.ACCEPTED, MessageContext.NONE, Map.of("order", order.number()));
        }
    }
}
