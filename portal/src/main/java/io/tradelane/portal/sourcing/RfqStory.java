package io.tradelane.portal.sourcing;

import io.tradelane.portal.exchange.Timeline;
import io.tradelane.trading.requirement.RequirementView;
import io.tradelane.trading.requirement.Requirements;
import io.tradelane.trading.sourcing.Comparison;
import io.tradelane.trading.sourcing.Quotations;
import io.tradelane.trading.sourcing.QuoteView;
import io.tradelane.trading.sourcing.RequestsForQuotation;
import io.tradelane.trading.sourcing.RfqView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A request with its comparison and all that happened: what its page shows and its API answers. */
@Component
class RfqStory {
    private final RequestsForQuotation requests;
    private final Requirements requirements;
    private final Timeline timeline;

    RfqStory(RequestsForQuotation requests, Requirements requirements, Timeline timeline) {
        this.requests = requests;
        this.requirements = requirements;
        this.timeline = timeline;
    }

    /** @param comparison of what the caller may see: a supplier's has its own offer alone @param requirements of the buyer, which it asks for; a supplier sees none */
    record Story(RfqView rfq, Comparison comparison, List<Timeline.Entry> timeline, List<RequirementView> requirements) {}

    Optional<Story> find(UUID id) {
        return requests.find(id).map(this::of);
    }

    Story of(RfqView rfq) {
        List<Timeline.Subject> subjects = new ArrayList<>(List.of(new Timeline.Subject(RequestsForQuotation.ENTITY, rfq.id())));
        rfq.invitees().forEach(invitee -> subjects.add(new Timeline.Subject(RequestsForQuotation.INVITATION, invitee.id())));
        rfq.quotes().forEach(quote -> subjects.add(new Timeline.Subject(Quotations.ENTITY, quote.id())));
        return new Story(rfq, Comparison.of(rfq), timeline.of(subjects), requirements.ofRequest(rfq.id()));
    }

    List<Timeline.Entry> timeline(QuoteView quote) {
        return timeline.of(List.of(new Timeline.Subject(Quotations.ENTITY, quote.id())));
    }
}
