package io.tradelane.trading.requirement;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code requirement}; the components are its columns. */
record RequirementRow(
        UUID id,
        UUID buyerOrgId,
        String number,
        @Nullable String title,
        RequirementState state,
        String currency,
        @Nullable LocalDate needBy,
        @Nullable String shipTo,
        @Nullable String note,
        @Nullable String reason,
        @Nullable UUID authorId,
        String author,
        byte[] contentHash,
        String source,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        int version) {}
