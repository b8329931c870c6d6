package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.Company;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list of requests.
 *
 * @param invited how many suppliers are invited, as far as the viewer may know
 * @param quoted how many of them have quoted
 * @param mine how the viewer's organisation stands to it, if it is invited
 */
public record RfqSummary(
        UUID id,
        String number,
        @Nullable String title,
        Company buyer,
        RfqState state,
        OffsetDateTime deadline,
        int lines,
        int invited,
        int quoted,
        @Nullable InviteeState mine,
        Instant createdAt,
        int version) {}
