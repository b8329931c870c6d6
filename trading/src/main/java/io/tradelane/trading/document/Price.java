package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A net price for a basis quantity: 12.50 EUR per 100 PCE.
 *
 * @param amount the price of {@code basis}
 * @param basis how much that price buys; 1 of the ordered unit unless said otherwise
 */
public record Price(Money amount, Quantity basis) {

    public static Price each(Money amount, String unit) {
        return new Price(amount, Quantity.of(1, unit));
    }

    /** What {@code quantity} costs, unrounded. */
    public Money of(Quantity quantity) {
        return new Money(amount.amount().multiply(quantity.value()).divide(basis.value(), MathContext.DECIMAL64), amount.currency());
    }

    /** The price of one unit, unrounded. */
    public BigDecimal perUnit() {
        return amount.amount().divide(basis.value(), MathContext.DECIMAL64);
    }
}
