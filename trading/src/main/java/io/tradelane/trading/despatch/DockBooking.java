package io.tradelane.trading.despatch;

import io.tradelane.trading.order.Company;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A slot that a supplier has booked to unload what it delivers on an order.
 *
 * @param until exclusive
 * @param vehicle by its plate
 * @param reason why it was cancelled
 */
public record DockBooking(
        UUID id, String number, Company buyer, Company supplier, UUID order, String orderNumber, String place, String dock, Instant from, Instant until,
        @Nullable String carrier, @Nullable String vehicle, @Nullable Integer packages, String bookedBy, Instant bookedAt,
        @Nullable String cancelledBy, @Nullable Instant cancelledAt, @Nullable String reason) {}
