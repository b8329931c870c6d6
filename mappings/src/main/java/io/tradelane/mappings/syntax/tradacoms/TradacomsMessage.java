package io.tradelane.mappings.syntax.tradacoms;

import java.util.List;
import java.util.Optional;

/**
 * One message with MHD and MTR.
 *
 * @param type {@code ORDERS}
 * @param version {@code 9}
 * @param byteEnd exclusive
 * @param report what was found wrong so far; who reads on adds to it
 */
public record TradacomsMessage(
        String reference, String type, String version, List<TradacomsSegment> segments, long byteStart, long byteEnd, TradacomsReport report) {

    public Optional<TradacomsSegment> segment(String tag) {
        return segments.stream().filter(segment -> segment.tag().equals(tag)).findFirst();
    }

    public List<TradacomsSegment> segments(String tag) {
        return segments.stream().filter(segment -> segment.tag().equals(tag)).toList();
    }

    /** Whether it says something of the file as a whole and is no document: ORDHDR, INVFIL, VATTLR, RSGRSG. */
    public boolean service() {
        return type.endsWith("HDR") || type.endsWith("FIL") || type.endsWith("TLR") || type.equals("RSGRSG");
    }
}
