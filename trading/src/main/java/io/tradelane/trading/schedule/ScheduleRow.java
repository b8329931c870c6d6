package io.tradelane.trading.schedule;

import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code delivery_schedule}; the components are its columns. */
record ScheduleRow(
        UUID id,
        UUID buyerOrgId,
        UUID supplierOrgId,
        Kind kind,
        String number,
        String release,
        @Nullable String previousRelease,
        LocalDate issuedOn,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String note,
        int lineCount,
        int deviationCount,
        int unknownArticles,
        byte[] contentHash,
        @Nullable UUID supersededBy,
        String source,
        @Nullable UUID interchangeId,
        @Nullable UUID messageId,
        OffsetDateTime createdAt) {

    Release count() {
        return new Release(release, number, issuedOn);
    }

    boolean isCalled(String name) {
        return release.equals(name) || number.equals(name);
    }

    boolean overlaps(LocalDate from, LocalDate until) {
        return !lastDay.isBefore(from) && !firstDay.isAfter(until);
    }
}
