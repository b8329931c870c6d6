package io.tradelane.trading.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer wants otherwise of an order that stands, in the browser or by the API. Lines that are not named stay as they are.
 *
 * @param cancel all that is not under way is not wanted any more; no line is named
 * @param reason asked for where the order or a line of it is cancelled
 */
public record ChangeForm(boolean cancel, @Nullable CancelReason reason, @Nullable String note, List<Line> lines) {

    /** What is wanted of one line. */
    public sealed interface Line {}

    /** @param quantity absent values stay as they are @param price in the order's currency, for the basis of the line's price */
    public record Change(String lineNumber, @Nullable BigDecimal quantity, @Nullable BigDecimal price, @Nullable LocalDate delivery) implements Line {}

    /** What of it is not under way is not wanted any more. */
    public record Delete(String lineNumber) implements Line {}

    /** @param article the supplier's number, the buyer's, or a GTIN @param price of one unit; absent: as agreed */
    public record Add(String article, @Nullable BigDecimal quantity, @Nullable BigDecimal price, @Nullable LocalDate delivery) implements Line {}

    boolean cancels() {
        return cancel || lines.stream().anyMatch(Delete.class::isInstance);
    }
}
