package io.tradelane.trading.exchange;

import io.tradelane.trading.document.BusinessDocument;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said to a partner.
 *
 * @param businessKey what the document is about, for example the order number
 * @param causeInterchange what came in and led to it
 * @param idempotencyKey unique for ever; a second document under it is not queued, for example {@code contrl:<interchange>}
 */
public record OutboundDocument(
        UUID from,
        UUID to,
        BusinessDocument document,
        String businessKey,
        @Nullable UUID causeInterchange,
        @Nullable UUID causeMessage,
        String idempotencyKey) {}
