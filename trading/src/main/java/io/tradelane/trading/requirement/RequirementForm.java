package io.tradelane.trading.requirement;

import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is needed, as a form or the API gives it.
 *
 * @param number the buyer's own; {@code null}: the next free one
 * @param currency ISO 4217, of all budgets
 * @param needBy when lines that say nothing else have to be there; {@code shipTo} likewise
 */
public record RequirementForm(
        @Nullable String number,
        @Nullable String title,
        String currency,
        @Nullable LocalDate needBy,
        @Nullable String shipTo,
        @Nullable String note,
        List<Line> lines) {

    /**
     * At least one of {@code article}, {@code articleId} and {@code description} is there.
     *
     * @param lineNumber unique in the requirement; {@code null}: its place in the list
     * @param article a number as somebody wrote it: one's own, the supplier's, or a GTIN
     * @param articleId an article of the catalogue
     * @param budget for all of the line
     */
    public record Line(
            @Nullable String lineNumber,
            @Nullable String article,
            @Nullable UUID articleId,
            @Nullable String description,
            Quantity quantity,
            @Nullable LocalDate needBy,
            @Nullable String shipTo,
            @Nullable BigDecimal budget) {}
}
