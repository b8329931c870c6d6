package io.tradelane.trading.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.schedule.Plan.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate SUNDAY = MONDAY.plusDays(6);

    private static Planned firm(long quantity, LocalDate first, LocalDate last) {
        return new Planned(Commitment.FIRM, BigDecimal.valueOf(quantity), first, last, null, false);
    }

    private static Planned call(long quantity, LocalDate day) {
        return new Planned(Commitment.FIRM, BigDecimal.valueOf(quantity), day, day, null, true);
    }

    private static Step step(Kind kind, LocalDate first, LocalDate last, Planned... deliveries) {
        return new Step(UUID.randomUUID(), kind, first, last, BigDecimal.ZERO, List.of(deliveries));
    }

    private static List<String> plan(Step... steps) {
        return Plan.of(List.of(steps)).deliveries().stream().map(one -> one.first().getDayOfMonth() + "-" + one.last().getDayOfMonth() + " " + one.quantity()).toList();
    }

    private static Step forecast(Planned... deliveries) {
        return step(Kind.FORECAST, MONDAY, MONDAY.plusWeeks(8), deliveries);
    }

    @Test
    void aCallTakesThePlaceOfWhatWasPlannedOnItsDaysAndLeavesTheRest() {
        assertThat(plan(forecast(firm(100, MONDAY, MONDAY), firm(50, MONDAY.plusDays(10), MONDAY.plusDays(10))),
                step(Kind.JUST_IN_TIME, MONDAY, MONDAY.plusDays(2), call(40, MONDAY), call(30, MONDAY.plusDays(2)))))
                .containsExactly("30-30 40", "2-2 30", "10-10 50");
    }

    @Test
    void aWeekThatReachesBeyondACallKeepsWhatIsNotCalled() {
        assertThat(plan(forecast(firm(500, MONDAY, SUNDAY)), step(Kind.JUST_IN_TIME, MONDAY, MONDAY.plusDays(2), call(80, MONDAY), call(80, MONDAY.plusDays(1)))))
                .containsExactly("30-30 80", "1-1 80", "3-6 340");
        assertThat(plan(forecast(firm(100, MONDAY, SUNDAY)), step(Kind.JUST_IN_TIME, MONDAY, MONDAY.plusDays(2), call(120, MONDAY)))).containsExactly("30-30 120");
    }

    @Test
    void aCallForNothingTakesAwayWhatWasPlanned() {
        assertThat(plan(forecast(firm(100, MONDAY, MONDAY)), step(Kind.JUST_IN_TIME, MONDAY, MONDAY))).isEmpty();
    }

    @Test
    void aLaterCallOverridesAnEarlierOneOnItsDaysOnly() {
        assertThat(plan(forecast(), step(Kind.JUST_IN_TIME, MONDAY, MONDAY.plusDays(1), call(10, MONDAY), call(20, MONDAY.plusDays(1))),
                step(Kind.JUST_IN_TIME, MONDAY.plusDays(1), MONDAY.plusDays(2), call(25, MONDAY.plusDays(1)))))
                .containsExactly("30-30 10", "1-1 25");
    }

    @Test
    void aCallOutlivesANewForecastAsLongAsItsDaysAreNotOver() {
        Step call = step(Kind.JUST_IN_TIME, MONDAY, MONDAY.plusDays(2), call(10, MONDAY), call(20, MONDAY.plusDays(2)));
        Step next = step(Kind.FORECAST, MONDAY.plusDays(1), MONDAY.plusWeeks(8), firm(99, MONDAY.plusDays(2), MONDAY.plusDays(2)), firm(7, SUNDAY, SUNDAY));
        assertThat(plan(forecast(firm(1, MONDAY, MONDAY)), call, next)).as("of the call what is still to come").containsExactly("2-2 20", "6-6 7");
        Step later = step(Kind.FORECAST, SUNDAY, SUNDAY, firm(5, SUNDAY, SUNDAY));
        assertThat(plan(forecast(), call, later)).containsExactly("6-6 5");
    }

    @Test
    void whatWasShippedSinceCountsForTheEarliest() {
        Plan plan = new Plan(List.of(firm(100, MONDAY, MONDAY), firm(50, SUNDAY, SUNDAY)), BigDecimal.valueOf(1000));
        assertThat(plan.outstanding(BigDecimal.valueOf(1120))).extracting(Outstanding::open).containsExactly(BigDecimal.ZERO, BigDecimal.valueOf(30));
        assertThat(plan.outstanding(null)).extracting(Outstanding::open).containsExactly(BigDecimal.valueOf(100), BigDecimal.valueOf(50));
    }
}
