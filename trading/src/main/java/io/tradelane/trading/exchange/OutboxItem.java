package io.tradelane.trading.exchange;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the outbox.
 *
 * @param agreement how it goes; null with status PORTAL
 * @param interchange the outbound interchange, once it is rendered
 * @param channel the one that was agreed for it; null: there is none, the receiver looks for it itself
 * @param attempts tries so far
 */
public record OutboxItem(
        UUID id,
        UUID from,
        UUID to,
        DocumentType type,
        BusinessDocument document,
        String businessKey,
        @Nullable UUID causeInterchange,
        @Nullable UUID causeMessage,
        OutboxStatus status,
        @Nullable UUID agreement,
        @Nullable UUID interchange,
        @Nullable UUID channel,
        int attempts,
        Instant createdAt) {}
