package io.tradelane.trading.despatch;

import io.tradelane.trading.document.TransportStatusDocument.Status;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a carrier reported of a shipment.
 *
 * @param consignment under which number
 * @param code as sent
 * @param at with the clock of the place where it happened
 * @param signedBy who took the goods, where it is the proof of their delivery
 * @param reporter who said it
 */
public record TransportEvent(
        String consignment,
        Status status,
        String code,
        @Nullable OffsetDateTime at,
        @Nullable String place,
        @Nullable String reason,
        @Nullable String signedBy,
        String reporter,
        @Nullable UUID message) {}
