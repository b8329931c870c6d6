package io.tradelane.mappings;

import io.tradelane.mappings.cartridge.Overlays;
import io.tradelane.mappings.syntax.PartyAddress;
import java.time.Instant;

/**
 * What an interchange is put into; formats without an envelope pass over it.
 *
 * @param controlReference UNB 0020, at most 14 characters
 * @param preparedAt written in UTC
 * @param firstMessageReference UNH 0062 of the first message; further ones count on from its digits
 * @param charset the Java name: US-ASCII, ISO-8859-1 … ISO-8859-15 or UTF-8
 * @param overlays what recipients want otherwise
 */
public record Envelope(
        PartyAddress sender,
        PartyAddress recipient,
        String controlReference,
        Instant preparedAt,
        String firstMessageReference,
        boolean test,
        boolean acknowledgementRequested,
        String charset,
        Overlays overlays) {

    /** As everybody gets it. */
    public Envelope(
            PartyAddress sender, PartyAddress recipient, String controlReference, Instant preparedAt, String firstMessageReference, boolean test,
            boolean acknowledgementRequested, String charset) {
        this(sender, recipient, controlReference, preparedAt, firstMessageReference, test, acknowledgementRequested, charset, Overlays.NONE);
    }

    public static Envelope of(PartyAddress sender, PartyAddress recipient, String controlReference, Instant preparedAt) {
        return new Envelope(sender, recipient, controlReference, preparedAt, "1", false, false, "ISO-8859-1");
    }

    /** Marked as a test (UNB 0035). */
    public Envelope asTest() {
        return new Envelope(
                sender, recipient, controlReference, preparedAt, firstMessageReference, true, acknowledgementRequested, charset, overlays);
    }

    public Envelope withCharset(String name) {
        return new Envelope(
                sender, recipient, controlReference, preparedAt, firstMessageReference, test, acknowledgementRequested, name,
                overlays);
    }

    public Envelope withOverlays(Overlays wanted) {
        return new Envelope(
                sender, recipient, controlReference, preparedAt, firstMessageReference, test, acknowledgementRequested, charset, wanted);
    }
}
