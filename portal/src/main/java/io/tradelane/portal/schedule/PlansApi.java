package io.tradelane.portal.schedule;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradelane.portal.access.Caller;
import io.tradelane.portal.api.ApiController;
import io.tradelane.portal.api.Listing;
import io.tradelane.portal.api.Problem;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.schedule.PlannedWeek;
import io.tradelane.trading.schedule.ProductionPlans;
import io.tradelane.trading.schedule.ProductionPlans.Planned;
import io.tradelane.trading.schedule.ProductionPlans.Wrong;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Production plans in JSON. */
@ApiController
@Tag(name = "Production")
class PlansApi {
    private static final int SIZE = 200;
    private final ProductionPlans plans;

    PlansApi(ProductionPlans plans) {
        this.plans = plans;
    }

    /** @param number the supplier's own, or the GTIN @param week ISO 8601: {@code 2026-W49}, or a day of it */
    record PlanLine(@Nullable String number, @Nullable String week, @Nullable String capacity, @Nullable String planned) {}

    record PlanRequest(@Nullable List<PlanLine> lines) {}

    @Operation(summary = "What suppliers can make and mean to make, article by week: one's own, or of articles that one has open orders of; next is the number of the next page")
    @GetMapping("/api/v1/production-plans")
    Listing<PlannedWeek> list(@RequestParam(required = false) @Nullable String q, @RequestParam(defaultValue = "1") String page) {
        int number = page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
        List<PlannedWeek> weeks = plans.list(q == null || q.isBlank() ? null : q.strip(), number, SIZE);
        return new Listing<>(weeks, weeks.size() < SIZE ? null : String.valueOf(number + 1));
    }

    @Operation(summary = "Writes weeks of one's own plan; what is not said stays. Lines that are wrong are told and not written")
    @PutMapping("/api/v1/production-plans")
    Planned write(@RequestBody PlanRequest said) {
        if (said.lines == null || said.lines.isEmpty() || said.lines.size() > ProductionPlans.MOST_LINES) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.",
                    List.of(Map.of("pointer", "lines", "code", said.lines == null || said.lines.isEmpty() ? "required" : "out-of-range")));
        }
        List<ProductionPlans.Line> lines = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        for (PlanLine line : said.lines) {
            Map<String, String> cells = new HashMap<>();
            cells.put("number", text(line.number));
            cells.put("week", text(line.week));
            cells.put("capacity", text(line.capacity));
            cells.put("planned", text(line.planned));
            PlanFile.read(lines.size() + wrong.size() + 1, cells, lines, wrong);
        }
        Planned planned = plans.write(Optional.ofNullable(Caller.current().organisation()).orElseThrow(NotFound::new), lines);
        wrong.addAll(planned.wrong());
        return new Planned(planned.written(), planned.told(), wrong);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
