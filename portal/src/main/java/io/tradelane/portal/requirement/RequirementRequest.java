package io.tradelane.portal.requirement;

import io.tradelane.portal.api.Problem;
import io.tradelane.trading.requirement.RequirementForm;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A requirement in JSON.
 *
 * @param number the buyer's own; absent: the next free one
 * @param currency ISO 4217, of all budgets
 * @param needBy of lines that say no day; {@code shipTo} likewise
 */
record RequirementRequest(
        @Nullable String number, @Nullable String title, @Nullable String currency, @Nullable LocalDate needBy, @Nullable String shipTo, @Nullable String note,
        @Nullable List<Line> lines) {

    /**
     * At least one of article, articleId and description is needed.
     *
     * @param article one's own number, the supplier's, or a GTIN
     * @param articleId of an article of the catalogue
     * @param unit UN/ECE Recommendation 20
     * @param budget for all of the line
     */
    record Line(
            @Nullable String lineNumber, @Nullable String article, @Nullable UUID articleId, @Nullable String description, @Nullable BigDecimal quantity,
            @Nullable String unit, @Nullable LocalDate needBy, @Nullable String shipTo, @Nullable BigDecimal budget) {}

    RequirementForm form() {
        if (currency == null || !currency.matches("[A-Z]{3}")) {
            throw invalid("currency");
        }
        List<RequirementForm.Line> needed = new ArrayList<>();
        for (Line line : lines == null ? List.<Line>of() : lines) {
            String place = "lines[" + needed.size() + "]";
            if (line == null) {
                throw invalid(place);
            }
            if (line.quantity() == null || line.unit() == null || line.unit().isBlank()) {
                throw invalid(place + (line.quantity() == null ? ".quantity" : ".unit"));
            }
            needed.add(new RequirementForm.Line(text(line.lineNumber()), text(line.article()), line.articleId(), text(line.description()), new Quantity(line.quantity(), line.unit()),
                    line.needBy(), text(line.shipTo()), line.budget()));
        }
        return new RequirementForm(text(number), text(title), currency, needBy, text(shipTo), text(note), needed);
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    static Problem invalid(String field) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", List.of(Map.of("pointer", field, "code", "required")));
    }
}
