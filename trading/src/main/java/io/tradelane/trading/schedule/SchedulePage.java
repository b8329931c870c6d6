package io.tradelane.trading.schedule;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param next cursor of the next page; {@code null} on the last
 * @param counts per tab, with the filter's other conditions applied
 */
public record SchedulePage(List<ScheduleSummary> schedules, @Nullable UUID next, Map<ScheduleFilter.Tab, Integer> counts) {}
