package io.tradelane.mappings;

import io.tradelane.mappings.syntax.edifact.ServiceString;
import io.tradelane.mappings.syntax.x12.Delimiters;
import org.jspecify.annotations.Nullable;

/**
 * How segments end in an interchange, for whoever shows its bytes.
 *
 * @param terminator 0 where there are no segments, and text ends at its lines
 * @param release takes its meaning from the byte behind it; 0 for none
 */
public record SegmentEnds(byte terminator, byte release) {
    /** Of an interchange's first bytes, so many tell it. */
    public static final int HEAD = 1024;

    private static final SegmentEnds LINES = new SegmentEnds((byte) 0, (byte) 0);
    private static final SegmentEnds TRADACOMS = new SegmentEnds((byte) '\'', (byte) '?');

    /** @param format {@code null} where it is not known */
    public static SegmentEnds of(@Nullable Format format, byte[] head) {
        return switch (format) {
            case EDIFACT -> of(ServiceString.of(head));
            case TRADACOMS -> TRADACOMS;
            case X12 -> {
                Delimiters told = Delimiters.of(head);
                yield told == null ? LINES : new SegmentEnds(told.terminator(), (byte) 0);
            }
            case null, default -> LINES;
        };
    }

    private static SegmentEnds of(ServiceString told) {
        return new SegmentEnds(told.terminator(), told.release());
    }

    public boolean segments() {
        return terminator != 0;
    }

    /** How long the service string advice is that these bytes begin with, in which a terminator ends nothing; 0 for none. */
    public int advice(byte[] bytes) {
        return segments() ? ServiceString.advice(bytes) : 0;
    }
}
