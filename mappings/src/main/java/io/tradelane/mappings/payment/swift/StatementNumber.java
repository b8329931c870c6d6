package io.tradelane.mappings.payment.swift;

import org.jspecify.annotations.Nullable;

/** Field 28C: {@code 5n[/5n]}. Zero, or nothing before the slash, stands for a bank that does not count. */
record StatementNumber(@Nullable Long sequence, @Nullable Integer page) {
    private static final int DIGITS = 9;

    static StatementNumber of(String text) {
        int slash = text.indexOf('/');
        Long sequence = number(slash < 0 ? text : text.substring(0, slash));
        Long page = slash < 0 ? null : number(text.substring(slash + 1));
        return new StatementNumber(sequence, page == null ? null : page.intValue());
    }

    private static @Nullable Long number(String text) {
        String digits = text.strip();
        if (!SwiftValues.digits(digits) || digits.length() > DIGITS) {
            return null;
        }
        long number = Long.parseLong(digits);
        return number == 0 ? null : number;
    }
}
