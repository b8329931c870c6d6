package io.tradelane.trading.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that was spoken about.
 *
 * @param number of the document; {@code null} if it is no longer there
 * @param mentioned whether an unread message mentions the caller
 */
public record ChatThread(Subject subject, UUID id, @Nullable String number, @Nullable UUID other, String author, String text, Instant at, int unread, boolean mentioned) {}
