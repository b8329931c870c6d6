package io.tradelane.trading.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What the reader found in the envelope.
 *
 * @param format {@code EDIFACT}, {@code CAMT}, {@code JSON}, {@code UNKNOWN}
 * @param version syntax version, for example {@code UNOC:3}
 * @param senderId UNB 0004, null or blank where the format has none: the door's organisation then counts as the sender
 * @param senderQualifier UNB 0007
 * @param controlReference UNB 0020 or the group id of the format; null or blank: no duplicate check by reference
 * @param rejected nothing in it can be used (no message will be processed)
 * @param findings the reader's findings as a JSON array
 */
public record InterchangeFacts(
        String format,
        @Nullable String version,
        @Nullable String senderId,
        @Nullable String senderQualifier,
        @Nullable String recipientId,
        @Nullable String recipientQualifier,
        @Nullable String controlReference,
        boolean test,
        boolean acknowledgementRequested,
        boolean rejected,
        String findings) {}
