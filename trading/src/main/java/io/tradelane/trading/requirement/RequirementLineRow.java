package io.tradelane.trading.requirement;

import io.tradelane.trading.order.Figures;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code requirement_line}; the components are its columns. */
record RequirementLineRow(
        UUID id,
        UUID requirementId,
        int position,
        String lineNumber,
        @Nullable String article,
        @Nullable UUID articleId,
        @Nullable String description,
        String unit,
        BigDecimal quantity,
        @Nullable LocalDate needBy,
        @Nullable String shipTo,
        @Nullable BigDecimal budget) {

    Quantity needed() {
        return new Quantity(Figures.quantity(quantity), unit);
    }

    /** As somebody would write it. */
    RequirementForm.Line form() {
        return new RequirementForm.Line(lineNumber, article, articleId, description, needed(), needBy, shipTo, budget == null ? null : Figures.price(budget));
    }
}
