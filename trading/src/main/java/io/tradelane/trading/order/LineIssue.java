package io.tradelane.trading.order;

import org.jspecify.annotations.Nullable;

/**
 * Something about an order line that a person should see before answering.
 *
 * @param found what the document says
 * @param expected what it should be, where that is known: the agreed price, the right total
 */
public record LineIssue(Code code, @Nullable String found, @Nullable String expected) {

    public enum Code {
        /** No number on the line is in the supplier's catalogue. */
        UNKNOWN_ARTICLE,
        /** The GTIN means one article, the article number another. */
        ARTICLE_CONFLICT,
        PRICE_DIFFERS,
        /** Neither the order nor an agreement says what it costs. */
        PRICE_MISSING,
        /** Delivery is wanted before the day of the order, or in the past. */
        DATE_IMPOSSIBLE,
        DUPLICATE_LINE_NUMBER,
        GTIN_CHECK_DIGIT,
        GLN_CHECK_DIGIT,
        /** The goods are to go to a place that is named by a number alone, which nobody here has (on the first line). */
        UNKNOWN_DELIVERY_PLACE,
        /** The line amount is not quantity times price. */
        AMOUNT_DIFFERS,
        /** The order's total is not the sum of its lines (on the first line). */
        TOTAL_DIFFERS,
        UNKNOWN_UNIT,
        QUANTITY_NOT_POSITIVE,
        CURRENCY_DIFFERS
    }
}
