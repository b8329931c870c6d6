package io.tradelane.trading.exchange;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of state.
 *
 * @param entityType {@code PURCHASE_ORDER}, {@code INVOICE}, {@code INTERCHANGE} …
 * @param from null for the first
 * @param to null if the event changed no state
 * @param interchange what led to it or what it led to
 * @param visibleTo organisations whose people may see it, usually buyer and supplier; empty: hub and operator only
 * @param details shown with the entry: amounts, reasons
 */
public record Entry(
        String entityType,
        UUID entityId,
        @Nullable String from,
        String event,
        @Nullable String to,
        @Nullable UUID interchange,
        @Nullable UUID message,
        Set<UUID> visibleTo,
        Map<String, String> details) {}
