package io.tradelane.trading.schedule;

import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import io.tradelane.trading.document.DeliveryScheduleDocument.Delivery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to come on a day or within a period.
 *
 * @param last the same as {@code first} for one day
 * @param called whether a call just in time asks for it, and not the forecast
 */
record Planned(Commitment commitment, BigDecimal quantity, LocalDate first, LocalDate last, @Nullable OffsetDateTime at, boolean called) {

    static Planned of(Delivery delivery, boolean called) {
        LocalDate to = delivery.to();
        return new Planned(delivery.commitment(), delivery.quantity().value(), delivery.from(),
                to == null || to.isBefore(delivery.from()) ? delivery.from() : to, delivery.at(), called);
    }

    /**
     * What a call leaves of it: nothing within the call's days; of a period that reaches beyond them, what is not called.
     *
     * @param calls what is called from {@code from} to {@code until}
     */
    List<Planned> outside(LocalDate from, LocalDate until, List<Planned> calls) {
        if (last.isBefore(from) || first.isAfter(until)) {
            return List.of(this);
        }
        BigDecimal rest = calls.stream().filter(call -> !call.first.isBefore(first) && !call.first.isAfter(last)).map(Planned::quantity)
                .reduce(quantity, BigDecimal::subtract);
        boolean within = !first.isBefore(from) && !last.isAfter(until);
        if (within || rest.signum() <= 0) {
            return List.of();
        }
        LocalDate begins = first.isBefore(from) ? first : until.plusDays(1);
        LocalDate ends = last.isAfter(until) ? last : from.minusDays(1);
        return List.of(new Planned(commitment, rest, begins, ends, at, called));
    }
}
