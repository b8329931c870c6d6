package io.tradelane.mappings.syntax.swift;

import java.util.Map;

/**
 * What can be said of a message without knowing its business: order, length and characters of its fields. In statements, which
 * banks write freely, a length is a warning; a payment with a field too long would be refused by the network.
 */
final class FinCheck {
    /** Characters of a line, lines of a field. */
    private static final Map<String, int[]> LENGTHS = Map.ofEntries(
            length("20", 16, 1), length("21", 16, 1), length("21R", 16, 1), length("25", 35, 1), length("28C", 11, 1),
            length("50H", 35, 5), length("50F", 35, 5), length("50K", 35, 5), length("59", 35, 5), length("59F", 35, 5),
            length("70", 35, 4), length("72", 35, 6), length("77B", 35, 3), length("71A", 3, 1), length("23B", 4, 1));

    private FinCheck() {}

    private static Map.Entry<String, int[]> length(String tag, int characters, int lines) {
        return Map.entry(tag, new int[] {characters, lines});
    }

    static void check(FinMessage message) {
        if (message.type().isEmpty()) {
            message.report().add(SwiftError.TYPE_UNCLEAR, message.fields().getFirst(), null, "900, 910");
            return;
        }
        if (!FinGrammar.known(message.type())) {
            return;
        }
        FinGrammar.check(message);
        boolean statement = message.type().startsWith("94") || message.type().equals("950");
        boolean told = false;
        for (FinField field : message.fields()) {
            lengths(message, field, statement ? SwiftError.LENGTH_EXCEEDED : SwiftError.FIELD_TOO_LONG);
            int outside = told ? -1 : outside(field);
            if (outside >= 0) {
                told = true;
                message.report().add(SwiftError.CHARACTER_OUTSIDE_SET, field, Character.toString(outside), null);
            }
        }
    }

    private static void lengths(FinMessage message, FinField field, SwiftError code) {
        if (field.lines().size() == 1 && field.first().isBlank() && !field.tag().equals("86") && !field.tag().equals("NS")) {
            message.report().add(SwiftError.FIELD_EMPTY, field, null, ":" + field.tag() + ":…");
            return;
        }
        int[] most = LENGTHS.get(field.tag());
        if (most == null) {
            return;
        }
        if (field.lines().size() > most[1]) {
            message.report().add(code, field, Integer.toString(field.lines().size()), most[1] + " * " + most[0] + "x");
            return;
        }
        for (String line : field.lines()) {
            if (line.stripTrailing().length() > most[0]) {
                message.report().add(code, field, line, most[0] + "x");
                return;
            }
        }
    }

    private static int outside(FinField field) {
        for (String line : field.lines()) {
            for (int i = 0; i < line.length(); i++) {
                if (!CharacterSetX.has(line.charAt(i))) {
                    return line.codePointAt(i);
                }
            }
        }
        return -1;
    }
}
