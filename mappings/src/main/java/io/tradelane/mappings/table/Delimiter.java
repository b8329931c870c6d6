package io.tradelane.mappings.table;

import java.util.ArrayList;
import java.util.List;

/** Finds what separates the cells of a CSV text. */
public final class Delimiter {
    /** In case of doubt the earlier. */
    private static final char[] CANDIDATES = {';', '\t', '|', ','};
    private static final int ROWS = 20;
    /** As Excel writes it into the first line. */
    private static final String NAMED = "sep=";

    private Delimiter() {}

    /** Where the text says it itself in its first line; else 0. */
    static char named(String text) {
        boolean named = text.regionMatches(true, 0, NAMED, 0, NAMED.length()) && text.length() > NAMED.length() + 1;
        boolean alone = named && (text.charAt(NAMED.length() + 1) == '\r' || text.charAt(NAMED.length() + 1) == '\n');
        return alone ? text.charAt(NAMED.length()) : 0;
    }

    /** The one with which most of the first rows have as many cells as one another; 0 when none gives two columns. */
    public static char of(String head) {
        char named = named(head);
        if (named != 0) {
            return named;
        }
        char best = 0;
        int bestScore = 0;
        for (char candidate : CANDIDATES) {
            int score = score(counts(head, candidate));
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** Rows alike weigh more than cells. */
    private static int score(List<Integer> counts) {
        int most = 0;
        int cells = 0;
        for (int count : counts) {
            int alike = 0;
            for (int other : counts) {
                alike += other == count ? 1 : 0;
            }
            if (count > 0 && (alike > most || alike == most && count > cells)) {
                most = alike;
                cells = count;
            }
        }
        return most * 100 / Math.max(1, counts.size()) * 1000 + Math.min(cells, 999) * (most == counts.size() ? 1 : 0) - (most == 0 ? 1000 : 0);
    }

    /** How often the candidate stands outside of quotation marks, for each of the first rows; the last may be cut off. */
    private static List<Integer> counts(String head, char candidate) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        boolean blank = true;
        int count = 0;
        for (int i = 0; i < head.length() && counts.size() < ROWS; i++) {
            char sign = head.charAt(i);
            if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted && (sign == '\n' || sign == '\r')) {
                if (!blank) {
                    counts.add(count);
                }
                count = 0;
                blank = true;
                continue;
            } else if (!quoted && sign == candidate) {
                count++;
            }
            blank &= sign <= ' ' && sign != candidate;
        }
        if (counts.isEmpty() && !blank) {
            counts.add(count);
        }
        return counts;
    }

    /** Whether a text can be a table: at least two columns, and rows mostly alike. */
    public static boolean plausible(String head) {
        char delimiter = of(head);
        if (delimiter == 0) {
            return false;
        }
        List<Integer> counts = counts(head, delimiter);
        int alike = 0;
        for (int count : counts) {
            alike += count > 0 && count == counts.getLast() ? 1 : 0;
        }
        return counts.size() > 1 && alike * 2 > counts.size();
    }
}
