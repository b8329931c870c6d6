package io.tradelane.routes.inbound;

import io.tradelane.trading.exchange.OutboundDocument;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An acknowledgement that is to go out.
 *
 * @param kind {@code CONTRL}, {@code 997}, {@code MLS}
 * @param document caused by the interchange that it answers
 * @param message the message answered; null: the interchange
 * @param detail what is wrong with it
 */
record Reply(String kind, OutboundDocument document, @Nullable UUID message, boolean accepted, @Nullable String detail) {}
