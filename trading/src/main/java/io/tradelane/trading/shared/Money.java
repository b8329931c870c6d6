package io.tradelane.trading.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in one currency.
 *
 * @param amount the amount in major units, never {@code null}; any scale
 * @param currency ISO 4217 alphabetic code, upper case. In a document that a partner sent, and only there, it may be a code
 *     of the partner's own, of up to 17 characters; such a document waits until a cross-reference says what it means
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    /** The code last found to be one: amounts of one document mostly share it. Threads may overwrite each other's. */
    private static String lastCode = "EUR";

    /** @throws IllegalArgumentException if the currency can be no code */
    public Money {
        if (!currency.equals(lastCode)) {
            if (CurrencyCode.isKnown(currency)) {
                lastCode = currency;
            } else if (!CurrencyCode.isPossible(currency)) {
                throw new IllegalArgumentException("no code of a currency: " + currency);
            }
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    /** Rounded half up to the currency's minor unit (ISO 4217); the one place where money is rounded. */
    public Money rounded() {
        return new Money(amount.setScale(CurrencyCode.decimals(currency), RoundingMode.HALF_UP), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** Equal in value, whatever the scale: 1.0 EUR is 1.00 EUR. */
    public boolean sameAs(Money other) {
        return currency.equals(other.currency) && amount.compareTo(other.amount) == 0;
    }

    /** @throws IllegalArgumentException if the currencies differ */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currencies differ: " + currency + " and " + other.currency);
        }
        return other;
    }
}
