package io.tradelane.mappings.syntax.swift;

import java.util.Set;

/** What begins a field, and which fields go on over several lines. */
final class FinTags {
    /** Fields of one line only; what follows one of them is no part of it. */
    private static final Set<String> ONE_LINE = Set.of(
            "20", "21", "21R", "21F", "13", "13C", "13D", "23", "23B", "25", "28", "28C", "28D", "30", "32A", "32B", "33B", "34F",
            "36", "60F", "60M", "62F", "62M", "64", "65", "71A", "90C", "90D");
    /** What may stand after :86: of a statement; other tags in it are text that was broken before a colon. */
    private static final Set<String> AFTER_INFORMATION = Set.of(
            "20", "21", "25", "28", "28C", "60F", "60M", "61", "62F", "62M", "64", "65", "86", "90C", "90D", "NS");

    private FinTags() {}

    /**
     * The tag with which a line begins, empty when it begins with none.
     *
     * @param current tag of the field that is open, empty when none is
     */
    static String of(String line, String current) {
        if (line.length() < 4 || line.charAt(0) != ':') {
            return "";
        }
        int end = line.charAt(3) == ':' ? 3 : line.length() > 4 && line.charAt(4) == ':' ? 4 : -1;
        if (end < 0) {
            return "";
        }
        for (int i = 1; i < end; i++) {
            char sign = line.charAt(i);
            if (!(digit(sign) || sign >= 'A' && sign <= 'Z')) {
                return "";
            }
        }
        boolean numbered = digit(line.charAt(1)) && digit(line.charAt(2));
        String tag = line.substring(1, end);
        if (current.equals("86") ? !AFTER_INFORMATION.contains(tag) : !numbered && current.equals("61") && !tag.equals("NS")) {
            return "";
        }
        return tag;
    }

    static boolean oneLine(String tag) {
        return ONE_LINE.contains(tag);
    }

    /** {@code :940:} before the first field: some banks name the type so. */
    static boolean typeHint(String tag) {
        return tag.length() == 3 && digit(tag.charAt(0)) && digit(tag.charAt(1)) && digit(tag.charAt(2));
    }

    static boolean digit(char sign) {
        return sign >= '0' && sign <= '9';
    }
}
