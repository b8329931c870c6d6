package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.sourcing.QuoteTransition.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Either side accepts or rejects what the other wrote last, or takes back what it wrote itself. */
@Component
class DecideQuote {
    private final RfqRepository rfqs;
    private final InviteeRepository invitees;
    private final QuoteRepository quotes;
    private final AwardedOrders orders;
    private final SourcingJournal journal;
    private final Clock clock;

    DecideQuote(RfqRepository rfqs, InviteeRepository invitees, QuoteRepository quotes, AwardedOrders orders, SourcingJournal journal, Clock clock) {
        this.rfqs = rfqs;
        this.invitees = invitees;
        this.quotes = quotes;
        this.orders = orders;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param event ACCEPT, REJECT or WITHDRAW */
    CommandResult decide(UUID quoteId, Event event, @Nullable String reason, int expectedVersion) {
        Optional<QuoteRow> seen = quotes.find(quoteId);
        Optional<Side> side = seen.flatMap(Acting::side);
        if (side.isEmpty()) {
            return new CommandResult.NotFound();
        }
        UUID rfqId = seen.get().rfqId();
        if (rfqId != null) {
            invitees.lock(rfqId, seen.get().supplierOrgId());
        }
        QuoteRow quote = quotes.lock(quoteId).orElseThrow();
        Optional<QuoteVersionRow> current = quotes.current(quote);
        Optional<RfqRow> rfq = rfqId == null ? Optional.empty() : rfqs.find(rfqId);
        if (current.isEmpty()) {
            return new CommandResult.NotFound();
        }
        if (quote.version() != expectedVersion) {
            return new CommandResult.StaleVersion(quote.version());
        }
        return decide(quote, current.get(), rfq, side.get(), event, reason);
    }

    private CommandResult decide(
            QuoteRow quote, QuoteVersionRow current, Optional<RfqRow> rfq, Side side, Event event, @Nullable String reason) {
        boolean own = current.author() == side;
        // What the buyer accepts of several suppliers' quotations is an award, of which all of them are told.
        boolean award = event == Event.ACCEPT && side == Side.BUYER && rfq.isPresent();
        boolean over = rfq.isPresent() && !rfq.get().state().bidding() && rfq.get().state() != RfqState.EVALUATION;
        Optional<QuoteState> next = QuoteTransition.next(current.state(), event);
        if (next.isEmpty() || own != (event == Event.WITHDRAW) || award || over) {
            return new CommandResult.IllegalTransition(current.state().name(), event.name());
        }
        if (event == Event.REJECT && (reason == null || reason.isBlank())) {
            return CommandResult.invalid("reason", "required");
        }
        if (event == Event.ACCEPT && current.expired(LocalDate.now(clock))) {
            return CommandResult.invalid("validTo", "quote-expired");
        }
        carryOut(quote, current, next.get(), event, reason);
        if (event == Event.ACCEPT && rfq.isEmpty()) {
            orders.ofOffer(quote, current, quotes.lines(List.of(current.id())).getOrDefault(current.id(), List.of()));
        }
        return new CommandResult.Done(quote.id(), quote.version() + 1);
    }

    void carryOut(QuoteRow quote, QuoteVersionRow current, QuoteState next, Event event, @Nullable String reason) {
        quotes.move(quote, next, reason, OffsetDateTime.now(clock));
        Map<String, String> details = new HashMap<>(Map.of("version", String.valueOf(current.n())));
        if (reason != null) {
            details.put("reason", reason);
        }
        journal.quote(quote, current.state(), event.name(), next, MessageContext.NONE, details);
    }
}
