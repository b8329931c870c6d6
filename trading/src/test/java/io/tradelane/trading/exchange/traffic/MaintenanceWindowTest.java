package io.tradelane.trading.exchange.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Inbound;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Once;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Weekly;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.When;
import io.tradelane.trading.shared.Ids;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class MaintenanceWindowTest {

    @Test
    void aWeeklyWindowIsOnByThePartnersClockAndOverMidnight() {
        MaintenanceWindow sundayNight = window("Asia/Shanghai", new Weekly(DayOfWeek.SUNDAY, LocalTime.of(22, 0), 480));
        // Sunday 22:00 in Shanghai is 14:00 in UTC.
        assertThat(sundayNight.closedUntil(Instant.parse("2026-11-29T13:59:59Z"))).isEmpty();
        assertThat(sundayNight.closedUntil(Instant.parse("2026-11-29T14:00:00Z"))).contains(Instant.parse("2026-11-29T22:00:00Z"));
        assertThat(sundayNight.closedUntil(Instant.parse("2026-11-29T21:59:59Z"))).contains(Instant.parse("2026-11-29T22:00:00Z"));
        assertThat(sundayNight.closedUntil(Instant.parse("2026-11-29T22:00:00Z"))).isEmpty();
        assertThat(sundayNight.next(Instant.parse("2026-11-29T22:00:00Z"))).contains(Instant.parse("2026-12-06T14:00:00Z"));
    }

    @Test
    void aWeeklyWindowEndsWhenTheClockSaysSoAlsoInTheNightTheClocksAreSetBack() {
        // In Berlin 25 October 2026 has 25 hours: from 01:00 to 05:00 by the clock are five hours.
        MaintenanceWindow night = window("Europe/Berlin", new Weekly(DayOfWeek.SUNDAY, LocalTime.of(1, 0), 240));
        assertThat(night.closedUntil(Instant.parse("2026-10-24T23:00:00Z"))).contains(Instant.parse("2026-10-25T04:00:00Z"));
        assertThat(night.closedUntil(Instant.parse("2026-10-25T03:59:00Z"))).isPresent();
        assertThat(night.closedUntil(Instant.parse("2026-10-31T23:59:00Z"))).isEmpty();
        assertThat(night.closedUntil(Instant.parse("2026-11-01T00:00:00Z"))).contains(Instant.parse("2026-11-01T04:00:00Z"));
    }

    @Test
    void aWindowOfAWholeWeekIsAlwaysOn() {
        MaintenanceWindow always = window("UTC", new Weekly(DayOfWeek.WEDNESDAY, LocalTime.NOON, 10_080));
        assertThat(always.closedUntil(Instant.parse("2026-11-25T11:59:59Z"))).contains(Instant.parse("2026-11-25T12:00:00Z"));
        assertThat(always.closedUntil(Instant.parse("2026-11-25T12:00:00Z"))).contains(Instant.parse("2026-12-02T12:00:00Z"));
    }

    @Test
    void aSingleWindowIsOnOnce() {
        Instant starts = Instant.parse("2026-12-24T10:00:00Z");
        MaintenanceWindow once = window("UTC", new Once(starts, starts.plusSeconds(3600)));
        assertThat(once.closedUntil(starts.minusMillis(1))).isEmpty();
        assertThat(once.closedUntil(starts)).contains(starts.plusSeconds(3600));
        assertThat(once.closedUntil(starts.plusSeconds(3600))).isEmpty();
        assertThat(once.next(starts.minusSeconds(1))).contains(starts);
        assertThat(once.next(starts.plusSeconds(3600))).isEmpty();
    }

    private static MaintenanceWindow window(String zone, When when) {
        return new MaintenanceWindow(Ids.next(), Ids.next(), null, "Upgrade", ZoneId.of(zone), when, Inbound.ACCEPT);
    }
}
