package io.tradelane.mappings.table;

import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The currency that a header or a cell names: {@code Price (EUR)}, {@code Preis in €}, {@code 单价（元）}, {@code 12,50 EUR}. */
final class HeaderCurrency {
    private HeaderCurrency() {}

    static @Nullable String of(String text) {
        for (String word : text.split("[^\\p{L}€£$¥￥]+")) {
            String code = switch (word) {
                case "€", "Euro", "euro" -> "EUR";
                case "£" -> "GBP";
                case "$", "US$" -> "USD";
                case "￥", "¥", "元", "人民币", "RMB", "人民币元" -> "CNY";
                default -> word.length() == 3 && word.equals(word.toUpperCase(Locale.ROOT)) ? known(word) : null;
            };
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    static @Nullable String known(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }
}
