package io.tradelane.portal.exchange;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How segments end in an interchange.
 *
 * @param terminator 0 where there are no segments, and text ends at its lines
 * @param release takes its meaning from the byte behind it; 0 for none
 */
record SegmentEnds(byte terminator, byte release) {
    /** Of an interchange's first bytes, so many tell it. */
    static final int HEAD = 512;

    private static final SegmentEnds LINES = new SegmentEnds((byte) 0, (byte) 0);
    private static final SegmentEnds USUAL = new SegmentEnds((byte) '\'', (byte) '?');
    /** The service string advice has nine characters, of which the seventh releases (ISO 9735-1, 7.2). */
    private static final int SERVICE_STRING = 9;
    private static final int RELEASE = 6;
    /** ISA has 105 characters before its terminator (X12.5). */
    private static final int ISA = 105;

    static SegmentEnds of(@Nullable String format, byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return switch (format == null ? "" : format) {
            case "EDIFACT" -> edifact(text);
            case "TRADACOMS" -> USUAL;
            case "X12" -> x12(text);
            default -> LINES;
        };
    }

    private static SegmentEnds edifact(String text) {
        int una = text.indexOf("UNA");
        int unb = text.indexOf("UNB");
        boolean announced = una >= 0 && una < (unb < 0 ? text.length() : unb) && text.length() >= una + SERVICE_STRING;
        return announced ? new SegmentEnds((byte) text.charAt(una + SERVICE_STRING - 1), (byte) text.charAt(una + RELEASE)) : USUAL;
    }

    private static SegmentEnds x12(String text) {
        int isa = text.indexOf("ISA");
        return isa >= 0 && text.length() > isa + ISA ? new SegmentEnds((byte) text.charAt(isa + ISA), (byte) 0) : LINES;
    }

    boolean segments() {
        return terminator != 0;
    }
}
