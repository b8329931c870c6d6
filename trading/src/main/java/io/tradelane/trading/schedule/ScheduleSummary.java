package io.tradelane.trading.schedule;

import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.order.Company;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release in a list.
 *
 * @param release the buyer's count; the number where it does not count
 * @param deviations how many lines do not add up with what is known to be received and despatched
 * @param unknownArticles how many articles nobody knows here
 * @param state whether it counts
 */
public record ScheduleSummary(
        UUID id,
        Kind kind,
        String number,
        String release,
        @Nullable String previousRelease,
        Company buyer,
        Company supplier,
        LocalDate issuedOn,
        LocalDate firstDay,
        LocalDate lastDay,
        int lineCount,
        int deviations,
        int unknownArticles,
        State state,
        @Nullable UUID supersededBy,
        @Nullable String note,
        @Nullable UUID message,
        Instant createdAt) {

    public enum State {
        CURRENT,
        SUPERSEDED
    }
}
