package io.tradelane.trading.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What must not be deleted, however old it is: all that fits every one of the three that are given.
 *
 * @param number any number of a document
 */
public record LegalHold(
        UUID id,
        @Nullable UUID partner,
        @Nullable UUID interchange,
        @Nullable String number,
        String reason,
        String setBy,
        Instant setAt,
        @Nullable String liftedBy,
        @Nullable Instant liftedAt) {}
