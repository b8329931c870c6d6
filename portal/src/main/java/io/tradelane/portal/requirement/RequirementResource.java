package io.tradelane.portal.requirement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.exchange.TimelineResource;
import io.tradelane.trading.requirement.RequirementView;
import java.util.List;
import java.util.Map;

/** A requirement in JSON, the same as its page shows. @param requirement its fields stand at the top level */
record RequirementResource(@JsonUnwrapped RequirementView requirement, List<TimelineResource> timeline, Map<String, String> links) {

    static RequirementResource of(RequirementView requirement, List<Timeline.Entry> timeline) {
        String self = "/api/v1/requirements/" + requirement.id();
        return new RequirementResource(requirement, timeline.stream().map(TimelineResource::of).toList(), Map.of("self", self, "matches", self + "/matches", "rfq", self + "/rfq", "carts", self + "/carts"));
    }
}
