package io.tradelane.trading.exchange;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The parts by which a business key is found: every group of {@value #LONGEST} characters in it, in lower case, and the groups of
 * {@value #SHORTEST} and more at its end. What is searched is then a few groups, or the beginning of one; three characters alone are in
 * too many numbers to tell them apart.
 */
final class SearchParts {
    private static final int LONGEST = 5;
    private static final int SHORTEST = 3;

    private SearchParts() {}

    static String[] of(Collection<String> keys) {
        Set<String> parts = new HashSet<>();
        keys.forEach(key -> addParts(parts, key.toLowerCase(Locale.ROOT).codePoints().toArray()));
        return parts.toArray(String[]::new);
    }

    private static void addParts(Set<String> parts, int[] key) {
        for (int i = 0; i + SHORTEST <= key.length; i++) {
            parts.add(new String(key, i, Math.min(LONGEST, key.length - i)));
        }
    }
}
