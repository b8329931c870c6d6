package io.tradelane.mappings.payment.swift;

import org.jspecify.annotations.Nullable;

/** Field 86 as plain text. An account that leads it, or that Knab marks with {@code REK:} and {@code NAAM:}, is told apart. */
final class FreeInformation {
    private static final String ACCOUNT = "REK: ";
    private static final String NAME = "NAAM: ";

    private FreeInformation() {}

    static AccountInformation read(String text) {
        if (text.isEmpty()) {
            return AccountInformation.NONE;
        }
        String account = marked(text, ACCOUNT);
        String name = marked(text, NAME);
        if (account == null) {
            int end = text.indexOf(' ');
            String first = end < 0 ? text : text.substring(0, end);
            account = Accounts.isIban(first) || first.length() == 10 && SwiftValues.digits(first) ? first : null;
        }
        return Remittance.of(null, text, name, account);
    }

    private static @Nullable String marked(String text, String mark) {
        int at = text.indexOf(mark);
        if (at < 0) {
            return null;
        }
        int start = at + mark.length();
        int end = text.indexOf('/', start);
        String value = text.substring(start, end < 0 || mark.equals(NAME) ? text.length() : end).strip();
        return value.isEmpty() ? null : value;
    }
}
