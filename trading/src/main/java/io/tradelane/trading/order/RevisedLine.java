package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.document.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a buyer's change: how it stood, and how it shall stand. Of an added line there is nothing before, of a deleted
 * one nothing after.
 *
 * @param item what the article is called, or its number
 * @param refused why this line cannot be changed; {@code null} when it can
 */
public record RevisedLine(
        String lineNumber,
        LineAction action,
        @Nullable String item,
        String unit,
        @Nullable BigDecimal quantityBefore,
        @Nullable BigDecimal quantity,
        @Nullable Price priceBefore,
        @Nullable Price price,
        @Nullable LocalDate deliveryBefore,
        @Nullable LocalDate delivery,
        @Nullable Obstacle refused) {

    /** Why a line stays as it is. */
    public enum Obstacle {
        /** All of it is under way. */
        DESPATCHED("The goods are despatched already."),
        /** More of it is under way than would be left. */
        MORE_DESPATCHED("More is despatched already than the new quantity."),
        /** An added line needs a quantity above zero, and no quantity is below it. */
        QUANTITY("The quantity is missing or below zero."),
        /** A line of that number stands already. */
        LINE_NUMBER_TAKEN("A line of that number stands already."),
        /** The supplier said so. */
        SUPPLIER("The supplier does not accept the change of this line.");

        private final String text;

        Obstacle(String text) {
            this.text = text;
        }

        /** What the buyer's system is told. */
        String text() {
            return text;
        }
    }

    RevisedLine refusedFor(Obstacle obstacle) {
        return new RevisedLine(lineNumber, action, item, unit, quantityBefore, quantity, priceBefore, price, deliveryBefore,
                delivery, obstacle);
    }
}
