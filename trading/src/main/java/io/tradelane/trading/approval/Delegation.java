package io.tradelane.trading.approval;

import java.time.LocalDate;
import java.util.UUID;

/** From the first day to the last, {@code to} decides for {@code from}, within the limit of {@code from}. */
public record Delegation(UUID id, UUID from, UUID to, LocalDate firstDay, LocalDate lastDay) {

    boolean counts(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
