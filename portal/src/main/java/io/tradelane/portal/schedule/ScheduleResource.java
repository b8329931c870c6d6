package io.tradelane.portal.schedule;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.exchange.TimelineResource;
import io.tradelane.trading.schedule.DemandView;
import io.tradelane.trading.schedule.ScheduleSummary;
import io.tradelane.trading.schedule.ScheduleView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A release in JSON, the same as its page shows.
 *
 * @param schedule its fields stand at the top level
 * @param lines some of its lines; {@code next} is what to give as {@code after} for the following ones
 */
record ScheduleResource(
        @JsonUnwrapped ScheduleSummary schedule, List<ScheduleView.Replaced> replaced, List<DemandView> lines, @Nullable Integer next,
        List<ScheduleView.Ended> ended, List<TimelineResource> timeline, Map<String, String> links) {

    static ScheduleResource of(ScheduleView view, List<Timeline.Entry> timeline) {
        ScheduleSummary schedule = view.schedule();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", "/api/v1/delivery-schedules/" + schedule.id());
        if (schedule.message() != null) {
            links.put("message", "/api/v1/messages/" + schedule.message());
        }
        return new ScheduleResource(schedule, view.replaced(), view.lines(), view.next(), view.ended(), timeline.stream().map(TimelineResource::of).toList(), links);
    }
}
