package io.tradelane.mappings.shared;

import java.util.Comparator;

/** Compares UN/EDIFACT directories by age; code lists grow, and a code must not be sent before it existed. */
public final class Directory {
    public static final Comparator<String> BY_AGE = Comparator.comparingInt(Directory::year).thenComparing(Comparator.naturalOrder());

    private Directory() {}

    /** D96A is of 1996, D01B of 2001. */
    public static int year(String directory) {
        int first = 0;
        while (first < directory.length() && !Character.isDigit(directory.charAt(first))) {
            first++;
        }
        if (directory.length() < first + 2 || !Character.isDigit(directory.charAt(first + 1))) {
            return 0;
        }
        int year = Integer.parseInt(directory, first, first + 2, 10);
        return year >= 80 ? 1900 + year : 2000 + year;
    }
}
