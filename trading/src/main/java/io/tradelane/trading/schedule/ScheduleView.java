package io.tradelane.trading.schedule;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release with some of its lines.
 *
 * @param replaced the releases whose place it took
 * @param lines in the order of the document
 * @param next {@code after} of the following lines; {@code null} at the end
 * @param ended what those asked for that it does not name any more; at most 200
 */
public record ScheduleView(ScheduleSummary schedule, List<Replaced> replaced, List<DemandView> lines, @Nullable Integer next, List<Ended> ended) {

    public record Replaced(UUID id, String release) {}

    /** @param quantity what the release before asked for */
    public record Ended(
            @Nullable String gtin, @Nullable String buyerArticle, @Nullable String supplierArticle, @Nullable String description, @Nullable String shipTo,
            @Nullable String orderNumber, BigDecimal quantity, String unit) {}
}
