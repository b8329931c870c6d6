package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.Direction;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One transmission in or out.
 *
 * @param organisation the partner on the wire; null while unknown
 * @param counterparty the other organisation, when the envelope names it
 * @param reason key of a text that explains the status; null where the status says it all
 * @param findings JSON array
 * @param resubmissionOf the original whose edited bytes these are
 * @param messageCount all its messages
 */
public record Interchange(
        UUID id,
        Direction direction,
        @Nullable UUID organisation,
        @Nullable UUID counterparty,
        @Nullable UUID channel,
        String door,
        UUID payload,
        String mediaType,
        long size,
        byte[] sha256,
        @Nullable String transportMessageId,
        @Nullable String fileName,
        Map<String, String> properties,
        @Nullable String format,
        @Nullable String version,
        @Nullable String senderId,
        @Nullable String senderQualifier,
        @Nullable String recipientId,
        @Nullable String recipientQualifier,
        @Nullable String controlReference,
        boolean test,
        boolean acknowledgementRequested,
        InterchangeStatus status,
        @Nullable String reason,
        Map<String, String> reasonArgs,
        String findings,
        int messageCount,
        @Nullable UUID duplicateOf,
        @Nullable UUID resubmissionOf,
        Instant receivedAt,
        @Nullable Instant processedAt) {}
