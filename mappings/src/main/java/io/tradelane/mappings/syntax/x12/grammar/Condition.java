package io.tradelane.mappings.syntax.x12.grammar;

/**
 * A condition between elements of a segment (X12.6, 3.8.3.2), over bits: element n is bit n.
 *
 * @param kind P, R, E, C or L
 * @param first bit of the element named first
 * @param rest bits of the others
 * @param name as the standard writes it: P0304
 */
public record Condition(char kind, long first, long rest, String name) {

    static Condition of(String text) {
        long rest = 0;
        for (int at = 3; at < text.length(); at += 2) {
            rest |= 1L << Integer.parseInt(text.substring(at, at + 2));
        }
        return new Condition(text.charAt(0), 1L << Integer.parseInt(text.substring(1, 3)), rest, text);
    }

    public boolean holds(long present) {
        long all = first | rest;
        return switch (kind) {
            case 'P' -> (present & all) == 0 || (present & all) == all;
            case 'R' -> (present & all) != 0;
            case 'E' -> Long.bitCount(present & all) <= 1;
            case 'C' -> (present & first) == 0 || (present & rest) == rest;
            default -> (present & first) == 0 || (present & rest) != 0;
        };
    }

    /** Elements that are not there and should be; of an exclusion, those that are. */
    public long wrong(long present) {
        return switch (kind) {
            case 'P', 'R' -> (first | rest) & ~present;
            case 'E' -> (first | rest) & present;
            default -> rest & ~present;
        };
    }
}
