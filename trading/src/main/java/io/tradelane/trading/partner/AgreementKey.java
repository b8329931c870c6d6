package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement is about, in all of its versions.
 *
 * @param direction OUTBOUND: how {@code type} goes from sender to receiver; INBOUND: how what the sender sends is taken in
 * @param receiver null of an INBOUND one
 * @param type null of an INBOUND one that is about all kinds
 * @param format of an INBOUND one: EDIFACT, X12 …; null of an OUTBOUND one, whose versions say it
 * @param endedAt since when it is kept only for what went by it
 */
public record AgreementKey(
        UUID id, Direction direction, UUID sender, @Nullable UUID receiver, @Nullable DocumentType type, @Nullable String format,
        @Nullable Instant endedAt) {

    public static AgreementKey outbound(UUID id, UUID sender, UUID receiver, DocumentType type) {
        return new AgreementKey(id, Direction.OUTBOUND, sender, receiver, type, null, null);
    }

    public static AgreementKey inbound(UUID id, UUID sender, String format, @Nullable DocumentType type) {
        return new AgreementKey(id, Direction.INBOUND, sender, null, type, format, null);
    }
}
