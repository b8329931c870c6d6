package io.tradelane.trading.schedule;

import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is asked for.
 *
 * @param to last day of a period, inclusive; {@code null} for one day
 * @param at the time of day in a call, with the zone of the buyer
 * @param open what is still to be despatched of a firm one; zero of others; {@code null} when the release does not count any more
 * @param called whether a call just in time asks for it, and not the forecast
 */
public record Outstanding(
        Commitment commitment, LocalDate from, @Nullable LocalDate to, @Nullable OffsetDateTime at, BigDecimal quantity, @Nullable BigDecimal open, boolean called) {

    static Outstanding of(Planned planned, @Nullable BigDecimal open) {
        return new Outstanding(planned.commitment(), planned.first(), planned.last().equals(planned.first()) ? null : planned.last(), planned.at(),
                planned.quantity(), open, planned.called());
    }
}
