package io.tradelane.trading.shared;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** The alphabetic codes of currencies, funds and precious metals of ISO 4217, and XXX, which says that there is none. */
public final class CurrencyCode {
    private static final int LONGEST = 17;
    private static final int USUAL_DECIMALS = 2;
    private static final Set<String> ALL =
            Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private CurrencyCode() {}

    public static boolean isKnown(String code) {
        return ALL.contains(code);
    }

    /** Whether a partner may use it as a code of its own: not blank, and of no more than 17 characters. */
    public static boolean isPossible(String code) {
        return !code.isBlank() && code.length() <= LONGEST;
    }

    /** Of the minor unit: 2 for EUR, 0 for JPY and for what has none; 2 for a code that is none. */
    public static int decimals(String code) {
        return isKnown(code) ? Math.max(0, Currency.getInstance(code).getDefaultFractionDigits()) : USUAL_DECIMALS;
    }
}
