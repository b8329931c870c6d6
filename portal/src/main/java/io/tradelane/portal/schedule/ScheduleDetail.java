package io.tradelane.portal.schedule;

import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.schedule.DeliverySchedules;
import io.tradelane.trading.schedule.ScheduleView;
import java.util.List;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A release of a schedule, and one article of it week by week. */
@Page
class ScheduleDetail {
    private static final int LINES = 50;
    private final DeliverySchedules schedules;
    private final Timeline timeline;

    ScheduleDetail(DeliverySchedules schedules, Timeline timeline) {
        this.schedules = schedules;
        this.timeline = timeline;
    }

    @GetMapping("/schedules/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "0") int after, Model model) {
        ScheduleView view = NotFound.orElse404(schedules.find(id, after, LINES));
        Address here = Address.of("/schedules/" + id);
        model.addAttribute("view", view);
        model.addAttribute("schedule", view.schedule());
        model.addAttribute("first", after == 0 ? null : here.toString());
        model.addAttribute("next", view.next() == null ? null : here.with("after", view.next().toString()).toString());
        model.addAttribute("timeline", timeline.of(List.of(new Timeline.Subject(DeliverySchedules.ENTITY, id))));
        return "schedule/schedule";
    }

    @GetMapping("/schedules/{id}/lines/{line}")
    String line(@PathVariable UUID id, @PathVariable UUID line, Model model) {
        model.addAttribute("schedule", NotFound.orElse404(schedules.find(id, 0, 1)).schedule());
        model.addAttribute("line", NotFound.orElse404(schedules.demand(id, line)));
        return "schedule/line";
    }
}
