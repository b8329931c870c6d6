package io.tradelane.trading.sourcing;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.order.MessageContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes what happened. What is said to all stands on the request, for the buyer and everybody invited; what is between the buyer and one
 * supplier stands on an entity of its own, so that nobody learns from it how many others there are.
 */
@Component
class SourcingJournal {
    private final Journal journal;

    SourcingJournal(Journal journal) {
        this.journal = journal;
    }

    /** @param suppliers who reads it besides the buyer */
    void request(RfqRow rfq, Collection<UUID> suppliers, String event, @Nullable RfqState to, MessageContext context, Map<String, String> details) {
        Set<UUID> visible = new HashSet<>(suppliers);
        visible.add(rfq.buyerOrgId());
        journal.record(new Entry(RequestsForQuotation.ENTITY, rfq.id(), to == null ? null : rfq.state().name(), event, to == null ? null : to.name(),
                context.interchange(), context.message(), visible, details));
    }

    /** Between the buyer and the supplier invited. */
    void invitee(InviteeRow invitee, String event, @Nullable InviteeState to, Map<String, String> details) {
        journal.record(new Entry(RequestsForQuotation.INVITATION, invitee.id(), to == null ? null : invitee.state().name(), event,
                to == null ? null : to.name(), null, null, Set.of(invitee.buyerOrgId(), invitee.supplierOrgId()), details));
    }

    void quote(QuoteRow quote, @Nullable QuoteState from, String event, QuoteState to, MessageContext context, Map<String, String> details) {
        journal.record(new Entry(Quotations.ENTITY, quote.id(), from == null ? null : from.name(), event, to.name(), context.interchange(),
                context.message(), Set.of(quote.buyerOrgId(), quote.supplierOrgId()), details));
    }
}
