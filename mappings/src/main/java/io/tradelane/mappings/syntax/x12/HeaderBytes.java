package io.tradelane.mappings.syntax.x12;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of ISA, before they can be cut into elements. Its elements have fixed widths, so that the separators are
 * known by their places; some senders do not keep the widths, and some files are wrapped at 80 characters, so that
 * separators are counted instead.
 *
 * @param fixed the segment has the 106 bytes it must have
 * @param longTerminator the terminator is the first byte of a UTF-8 character
 */
record HeaderBytes(Delimiters delimiters, boolean fixed, boolean longTerminator) {

    /** As much as must be looked at; a sender who pads with characters of two bytes needs more than 106. */
    static final int LOOK_AHEAD = 220;

    private static final int LENGTH = 106;
    private static final int ELEMENTS = 16;
    private static final int VERSION = 12;
    private static final int REPETITION = 11;
    private static final int VERSION_DIGITS = 5;
    private static final int FIRST_WITH_REPETITION = 402;

    /** {@code null} when there are not even sixteen separators. */
    static @Nullable HeaderBytes of(byte[] bytes) {
        byte[] head = unwrapped(bytes);
        byte separator = head.length > 3 ? head[3] : 0;
        int[] starts = new int[ELEMENTS + 1];
        int count = 0;
        int at = 3;
        for (; at < head.length && count < ELEMENTS; at++) {
            if (head[at] == separator) {
                starts[++count] = at + 1;
            }
        }
        if (count < ELEMENTS || at + 1 >= head.length) {
            return null;
        }
        boolean breaks = head[at] == '\n' || head[at] == '\r';
        boolean wide = isLong(head, at);
        int end = wide ? at + 2 : at + 1;
        byte terminator = breaks ? head[at] : head[end];
        boolean multi = isLong(head, end);
        byte component = breaks || wide || head[at] == separator || head[at] == terminator ? 0 : head[at];
        byte repetition = head[starts[REPETITION]];
        boolean repeats = isYoung(head, starts[VERSION]) && Delimiters.isUsable(repetition) && repetition != separator && repetition != component;
        return new HeaderBytes(
                new Delimiters(separator, repeats ? repetition : 0, component, terminator), end + 1 == LENGTH && hasWidths(starts), multi);
    }

    /** Whether a UTF-8 character of two bytes stands there, with something behind it. */
    private static boolean isLong(byte[] head, int at) {
        return (head[at] & 0xff) >= 0xc2 && at + 2 < head.length && (head[at + 1] & 0xc0) == 0x80;
    }

    private static boolean hasWidths(int[] starts) {
        int[] fixed = {0, 4, 7, 18, 21, 32, 35, 51, 54, 70, 77, 82, 84, 90, 100, 102, 104};
        return Arrays.equals(starts, fixed);
    }

    /** Of 00402 or later: ISA11 is the repetition separator. */
    private static boolean isYoung(byte[] head, int version) {
        int number = 0;
        for (int i = version; i < version + VERSION_DIGITS; i++) {
            if (i >= head.length || head[i] < '0' || head[i] > '9') {
                return false;
            }
            number = number * 10 + head[i] - '0';
        }
        return number >= FIRST_WITH_REPETITION;
    }

    /** Without a line break that stands where no terminator can. */
    private static byte[] unwrapped(byte[] bytes) {
        int wrapped = 0;
        for (int i = 0; i < Math.min(bytes.length, LENGTH - 1); i++) {
            wrapped += bytes[i] == '\n' || bytes[i] == '\r' ? 1 : 0;
        }
        boolean early = wrapped > 0 && separatorsBefore(bytes) < ELEMENTS;
        if (!early) {
            return bytes;
        }
        byte[] plain = new byte[bytes.length];
        int length = 0;
        for (byte b : bytes) {
            if (b != '\n' && b != '\r') {
                plain[length++] = b;
            }
        }
        return Arrays.copyOf(plain, length);
    }

    private static int separatorsBefore(byte[] bytes) {
        int count = 0;
        for (int i = 3; i < bytes.length && bytes[i] != '\n' && bytes[i] != '\r'; i++) {
            count += bytes[i] == bytes[3] ? 1 : 0;
        }
        return count;
    }
}
