package io.tradelane.simulators.document;

import java.math.BigDecimal;

/**
 * A line of an order and of what follows from it.
 *
 * @param buyerArticle the buyer's own article number
 * @param unit UN/ECE recommendation 20, such as {@code PCE}
 * @param price net, for one unit
 */
public record OrderLine(int number, String gtin, String buyerArticle, String description, BigDecimal quantity, String unit,
        BigDecimal price) {

    BigDecimal amount() {
        return quantity.multiply(price).setScale(2, java.math.RoundingMode.HALF_UP);
    }

}
