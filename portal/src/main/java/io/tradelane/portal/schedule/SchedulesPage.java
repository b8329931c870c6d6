package io.tradelane.portal.schedule;

import io.tradelane.portal.frame.Address;
import io.tradelane.portal.frame.Constants;
import io.tradelane.portal.frame.Page;
import io.tradelane.trading.schedule.DeliverySchedules;
import io.tradelane.trading.schedule.ScheduleFilter;
import io.tradelane.trading.schedule.SchedulePage;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of delivery schedules. Everything that narrows it is in its address. */
@Page
class SchedulesPage {
    private static final int SIZE = 25;
    private final DeliverySchedules schedules;

    SchedulesPage(DeliverySchedules schedules) {
        this.schedules = schedules;
    }

    @GetMapping("/schedules")
    String list(
            @RequestParam(defaultValue = "") String tab,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID before,
            Model model) {
        ScheduleFilter.Tab chosen = Constants.of(ScheduleFilter.Tab.class, tab).orElse(ScheduleFilter.Tab.CURRENT);
        String text = q.strip();
        SchedulePage page = schedules.list(new ScheduleFilter(chosen, text.isEmpty() ? null : text, before, SIZE));
        Address here = Address.of("/schedules").with("tab", Constants.word(chosen)).with("q", text);
        model.addAttribute("page", page);
        model.addAttribute("tabs", ScheduleFilter.Tab.values());
        model.addAttribute("first", before == null ? null : here.toString());
        model.addAttribute("next", page.next() == null ? null : here.with("before", page.next().toString()).toString());
        model.addAttribute("tab", chosen);
        model.addAttribute("q", text);
        model.addAttribute("none", text.isEmpty() && page.counts().getOrDefault(ScheduleFilter.Tab.ALL, 0) == 0);
        return "schedule/list";
    }
}
