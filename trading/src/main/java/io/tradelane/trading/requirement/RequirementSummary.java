package io.tradelane.trading.requirement;

import io.tradelane.trading.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list of requirements.
 *
 * @param needBy the earliest day on which a line has to be there
 * @param budget of all lines that say one
 */
public record RequirementSummary(
        UUID id,
        String number,
        @Nullable String title,
        RequirementState state,
        String author,
        int lines,
        @Nullable LocalDate needBy,
        @Nullable Money budget,
        Instant createdAt,
        int version) {}
