package io.tradelane.trading.exchange;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a door knows of the bytes it takes in.
 *
 * @param organisation whom the door authenticated; null where the door is open to all
 * @param door {@code folder}, {@code http}, {@code as2}, {@code soap} …
 * @param transportMessageId the transport's own id (AS2 Message-ID, idempotency key); null: no duplicate check at this level
 * @param fileName as the sender named it; only shown, never used as a path
 * @param properties kept with the interchange, for example an AS2 MIC
 */
public record Reception(
        @Nullable UUID organisation,
        @Nullable UUID channel,
        String door,
        @Nullable String transportMessageId,
        String mediaType,
        @Nullable String fileName,
        Map<String, String> properties) {}
