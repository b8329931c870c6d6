package io.tradelane.mappings.payment.swift;

import io.tradelane.mappings.syntax.swift.FinField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields 50a, 52a, 57a and 59a: a line {@code /account}, then by option a BIC (A, C, G), numbered lines {@code 1/name} (F), or name
 * and address.
 *
 * @param name lines of the name joined; without option F the first line after the account
 */
record SwiftParty(@Nullable String account, @Nullable String bic, @Nullable String name) {
    static final SwiftParty NOBODY = new SwiftParty(null, null, null);

    static SwiftParty of(@Nullable FinField field) {
        if (field == null) {
            return NOBODY;
        }
        List<String> lines = new ArrayList<>(field.lines());
        String account = null;
        if (lines.getFirst().startsWith("/")) {
            String first = lines.removeFirst();
            // A clearing code may lead: //AT12345, /C/12345678.
            account = first.substring(first.lastIndexOf('/') + 1).strip();
        }
        char option = field.tag().charAt(field.tag().length() - 1);
        String text = lines.isEmpty() ? null : lines.getFirst().strip();
        return switch (option) {
            case 'A', 'C', 'G' -> new SwiftParty(blank(account), blank(text), null);
            case 'F' -> numbered(blank(account), lines);
            default -> new SwiftParty(blank(account), null, blank(text));
        };
    }

    private static SwiftParty numbered(@Nullable String account, List<String> lines) {
        StringBuilder name = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith("1/")) {
                name.append(name.isEmpty() ? "" : " ").append(line.substring(2).strip());
            }
        }
        return new SwiftParty(account, null, blank(name.toString()));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
