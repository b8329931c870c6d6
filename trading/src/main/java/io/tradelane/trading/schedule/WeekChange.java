package io.tradelane.trading.schedule;

import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a release changed in one week. What is asked for within a period of several weeks stands in the week in which it begins.
 *
 * @param week its Monday
 * @param before what counted until this release came
 * @param after what it says; {@code firm} of it is firm
 */
public record WeekChange(LocalDate week, BigDecimal before, BigDecimal after, BigDecimal firm) {

    public BigDecimal change() {
        return after.subtract(before);
    }

    static List<WeekChange> between(Plan before, Plan after) {
        Map<LocalDate, WeekChange> weeks = new TreeMap<>();
        before.deliveries().forEach(delivery -> add(weeks, new WeekChange(week(delivery), delivery.quantity(), BigDecimal.ZERO, BigDecimal.ZERO)));
        after.deliveries().forEach(delivery -> add(weeks, new WeekChange(week(delivery), BigDecimal.ZERO, delivery.quantity(),
                delivery.commitment() == Commitment.FIRM ? delivery.quantity() : BigDecimal.ZERO)));
        return List.copyOf(weeks.values());
    }

    private static void add(Map<LocalDate, WeekChange> weeks, WeekChange one) {
        weeks.merge(one.week, one, (some, more) ->
                new WeekChange(some.week, some.before.add(more.before), some.after.add(more.after), some.firm.add(more.firm)));
    }

    private static LocalDate week(Planned delivery) {
        return delivery.first().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
