package io.tradelane.trading.exchange;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.Direction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One stored message; see {@link MessageRow} for the fields it was made from. @param siblings how many messages the interchange has */
public record Message(
        UUID id,
        UUID interchange,
        Direction direction,
        @Nullable UUID organisation,
        @Nullable UUID counterparty,
        int index,
        int siblings,
        String reference,
        String type,
        String version,
        @Nullable String association,
        @Nullable DocumentType documentType,
        @Nullable String documentNumber,
        @Nullable BusinessDocument document,
        List<String> businessKeys,
        MessageStatus status,
        @Nullable Verdict verdict,
        String findings,
        long byteStart,
        long byteEnd,
        Instant createdAt,
        @Nullable Instant decidedAt) {

    /** The same message with its document in other words. */
    public Message with(BusinessDocument other) {
        return new Message(
                id, interchange, direction, organisation, counterparty, index, siblings, reference, type, version, association,
                documentType, documentNumber, other, businessKeys, status, verdict, findings, byteStart, byteEnd, createdAt, decidedAt);
    }
}
