package io.tradelane.mappings.syntax.swift;

import io.tradelane.mappings.syntax.Position;
import java.util.List;

/**
 * One field of block 4.
 *
 * @param tag {@code 61}, {@code 60F}
 * @param lines without line ends; never empty
 * @param line of its tag, from 1
 * @param offset of its tag in bytes
 * @param index in its message, from 1
 */
public record FinField(String tag, List<String> lines, int line, long offset, int index) {

    public String first() {
        return lines.getFirst();
    }

    /** Number and letter apart: whether this is :60F: or :60M: when asked for 60. */
    public boolean is(String number) {
        return tag.equals(number) || tag.length() == number.length() + 1 && tag.startsWith(number);
    }

    /** The field as a whole. */
    public Position place() {
        return new Position(line, 1, offset, tag, index, 0, 0);
    }

    /**
     * A sub-field on the first line.
     *
     * @param number from 1, as the standard counts them
     * @param start in the value, from 0
     */
    public Position place(int number, int start) {
        int skipped = tag.length() + 2;
        return new Position(line, skipped + start + 1, offset + skipped + start, tag, index, number, 0);
    }
}
