package io.tradelane.portal.sourcing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tradelane.portal.exchange.TimelineResource;
import io.tradelane.trading.sourcing.Comparison;
import io.tradelane.trading.sourcing.RfqView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request in JSON, the same as its page shows. @param rfq its fields stand at the top level */
record RfqResource(@JsonUnwrapped RfqView rfq, Comparison comparison, List<TimelineResource> timeline, Map<String, String> links) {

    static RfqResource of(RfqStory.Story story) {
        RfqView rfq = story.rfq();
        String self = "/api/v1/rfqs/" + rfq.id();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self);
        links.put("quotes", self + "/quotes");
        links.put("award", self + "/award");
        if (rfq.message() != null) {
            links.put("message", "/api/v1/messages/" + rfq.message());
        }
        story.requirements().forEach(requirement -> links.put("requirement " + requirement.number(), "/api/v1/requirements/" + requirement.id()));
        return new RfqResource(rfq, story.comparison(), story.timeline().stream().map(TimelineResource::of).toList(), links);
    }
}
