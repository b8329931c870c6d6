package io.tradelane.mappings.syntax;

/**
 * What one interchange may cost. A reader stops at the limit with a finding; it never buffers more than a segment.
 *
 * @param interchangeBytes whole interchange
 * @param segmentBytes one segment with its separators
 * @param elementBytes one component, as sent
 * @param freeTextBytes one component of a segment that carries free text or objects (FTX, TXT, UNO)
 * @param messageSegments segments of one message, UNH and UNT included
 * @param interchangeMessages messages of one interchange
 * @param depth elements of XML within each other
 * @param messageFindings findings kept for one message; what comes after is only counted
 */
public record Limits(
        long interchangeBytes,
        int segmentBytes,
        int elementBytes,
        int freeTextBytes,
        int messageSegments,
        int interchangeMessages,
        int messageFindings,
        int depth) {
    private static final int USUAL_DEPTH = 100;

    /** With the usual depth. */
    public Limits(
            long interchangeBytes, int segmentBytes, int elementBytes, int freeTextBytes, int messageSegments, int interchangeMessages, int messageFindings) {
        this(interchangeBytes, segmentBytes, elementBytes, freeTextBytes, messageSegments, interchangeMessages, messageFindings, USUAL_DEPTH);
    }

    public static Limits defaults() {
        return new Limits(200_000_000L, 64 << 10, 16 << 10, 70 << 10, 1_000_000, 10_000, 100);
    }

    /** For files that are known and large: any size, any number of messages; a segment stays bounded. */
    public Limits forBulk() {
        return new Limits(
                Long.MAX_VALUE, segmentBytes, elementBytes, freeTextBytes, Integer.MAX_VALUE, Integer.MAX_VALUE, messageFindings, depth);
    }

    /** Where less is agreed with a sender. */
    public Limits atMost(int messages, int levels) {
        return new Limits(interchangeBytes, segmentBytes, elementBytes, freeTextBytes, messageSegments, Math.min(interchangeMessages, messages),
                messageFindings, Math.min(depth, levels));
    }
}
