package io.tradelane.mappings.shared;

import java.util.Comparator;

/** Compares UN/EDIFACT directories by age; code lists grow, and a code must not be sent before it existed. */
public final class Directory {
    public static final Comparator<String> BY_AGE = Comparator.comparingInt(Directory::year).thenComparing(Comparator.naturalOrder());

    private Directory() {}

    /** D96A is of 1996, D01B of 2001. */
    public static int year(String directory) {
        String digits = directory.replaceAll("\\D", "");
        if (digits.length() < 2) {
            return 0;
        }
        int year = Integer.parseInt(digits.substring(0, 2));
        return year >= 80 ? 1900 + year : 2000 + year;
    }
}
