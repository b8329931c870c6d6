package io.tradelane.trading.shared;

import java.math.BigDecimal;

/**
 * A quantity in one unit of measure.
 *
 * @param value the number, any scale
 * @param unit UN/ECE Recommendation 20 code, for example {@code PCE}, {@code KGM}, {@code MTR}
 */
public record Quantity(BigDecimal value, String unit) {

    /** @throws IllegalArgumentException if the unit is blank */
    public Quantity {
        if (unit.isEmpty() || unit.charAt(0) <= ' ' && unit.isBlank()) {
            throw new IllegalArgumentException("a quantity needs a unit");
        }
    }

    public static Quantity of(String value, String unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    public static Quantity of(long value, String unit) {
        return new Quantity(BigDecimal.valueOf(value), unit);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(sameUnit(other).value), unit);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(sameUnit(other).value), unit);
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /** Equal in value, whatever the scale. */
    public boolean sameAs(Quantity other) {
        return unit.equals(other.unit) && value.compareTo(other.value) == 0;
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit;
    }

    private Quantity sameUnit(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException("units differ: " + unit + " and " + other.unit);
        }
        return other;
    }
}
