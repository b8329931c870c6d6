package io.tradelane.portal.schedule;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.schedule.DeliverySchedules;
import io.tradelane.trading.schedule.DemandView;
import io.tradelane.trading.schedule.ScheduleFilter;
import io.tradelane.trading.schedule.SchedulePage;
import io.tradelane.trading.schedule.ScheduleSummary;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Delivery schedules in JSON. */
@ApiController
@Tag(name = "Delivery schedules")
class SchedulesApi {
    private final DeliverySchedules schedules;
    private final Timeline timeline;

    SchedulesApi(DeliverySchedules schedules, Timeline timeline) {
        this.schedules = schedules;
        this.timeline = timeline;
    }

    @Operation(summary = "Releases of delivery schedules, newest first; those that count, unless tab says otherwise")
    @GetMapping("/api/v1/delivery-schedules")
    Listing<ScheduleSummary> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        ScheduleFilter.Tab chosen = Objects.requireNonNullElse(Listing.filter(ScheduleFilter.Tab.class, "tab", tab), ScheduleFilter.Tab.CURRENT);
        SchedulePage page = schedules.list(new ScheduleFilter(chosen, q.isBlank() ? null : q.strip(), cursor, Listing.size(limit)));
        return new Listing<>(page.schedules(), page.next() == null ? null : page.next().toString());
    }

    @Operation(summary = "One release: its lines, before and after by week, what is open of the firm deliveries, the cumulative quantity's check; after gives the next lines")
    @GetMapping("/api/v1/delivery-schedules/{id}")
    ScheduleResource schedule(@PathVariable UUID id, @RequestParam(defaultValue = "0") int after, @RequestParam(defaultValue = "50") int limit) {
        return ScheduleResource.of(NotFound.orElse404(schedules.find(id, after, Listing.size(limit))),
                timeline.of(List.of(new Timeline.Subject(DeliverySchedules.ENTITY, id))));
    }

    @Operation(summary = "One article of a release")
    @GetMapping("/api/v1/delivery-schedules/{id}/lines/{line}")
    DemandView line(@PathVariable UUID id, @PathVariable UUID line) {
        return NotFound.orElse404(schedules.demand(id, line));
    }
}
