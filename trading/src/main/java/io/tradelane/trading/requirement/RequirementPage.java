package io.tradelane.trading.requirement;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param next cursor of the next page; {@code null} on the last
 * @param counts per tab, with the filter's other conditions applied
 */
public record RequirementPage(List<RequirementSummary> requirements, @Nullable UUID next, Map<RequirementFilter.Tab, Integer> counts) {}
