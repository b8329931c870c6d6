package io.tradelane.trading.exchange;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outbound interchange as it will be sent, each time the same.
 *
 * @param bytes one document; small
 * @param door of the channel it will go by
 * @param transportMessageId fixed before the first try, for example the AS2 Message-ID
 * @param messages with status RENDERED
 */
public record Rendered(
        byte[] bytes,
        String mediaType,
        @Nullable String fileName,
        InterchangeFacts facts,
        @Nullable UUID channel,
        String door,
        String transportMessageId,
        List<MessageRow> messages) {}
