package io.tradelane.trading.order;

import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers out of the database, which pads them with zeros, in the scale in which people write them. */
public final class Figures {

    private Figures() {}

    /** 100.000000 is 100, 2.500000 is 2.5. */
    public static BigDecimal quantity(BigDecimal padded) {
        BigDecimal stripped = padded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    /** 1.250000 is 1.25, 1.000000 is 1.00, 0.012500 stays 0.0125. */
    public static BigDecimal price(BigDecimal padded) {
        BigDecimal stripped = padded.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2, RoundingMode.UNNECESSARY) : stripped;
    }

    /** In the currency's minor unit; what is finer than that is kept. */
    public static Money money(BigDecimal padded, String currency) {
        Money exact = new Money(padded.stripTrailingZeros(), currency);
        Money rounded = exact.rounded();
        return rounded.sameAs(exact) ? rounded : exact;
    }
}
