package io.tradelane.trading.exchange.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.traffic.Busy.Reason;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Inbound;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Once;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TrafficTest extends TestDatabase {
    @Autowired Traffic traffic;
    @Autowired PartnerLimits limits;
    @Autowired MaintenanceWindows windows;
    @Autowired Journal journal;
    private UUID partner;

    @BeforeEach
    void partner() {
        partner = organisation("Traffic", Kind.BUYER);
    }

    @Test
    void moreThanAgreedForAMinuteHasToWaitAndOthersDoNot() {
        limit(new PartnerLimit(partner, null, null, null, 3, null, null, null));
        for (int i = 0; i < 3; i++) {
            traffic.enter(partner, null).close();
        }
        Busy busy = catchThrowableOfType(Busy.class, () -> traffic.enter(partner, null));
        assertThat(busy.reason()).isEqualTo(Reason.RATE);
        assertThat(busy.reason().status()).isEqualTo(429);
        assertThat(busy.retryAfterSeconds()).isBetween(10L, 20L);
        assertThatThrownBy(() -> traffic.check(partner, null)).isInstanceOf(Busy.class);
        traffic.enter(organisation("Another", Kind.BUYER), null).close();
    }

    @Test
    void theLimitSurvivesARestart() {
        limit(new PartnerLimit(partner, null, null, null, 2, null, null, null));
        traffic.enter(partner, null).close();
        traffic.enter(partner, null).close();
        assertThatThrownBy(() -> traffic.enter(partner, null)).isInstanceOf(Busy.class);
        Traffic restarted = new Traffic(limits, windows, new RateBuckets(application()), Clock.systemUTC());
        assertThatThrownBy(() -> restarted.enter(partner, null)).isInstanceOf(Busy.class);
    }

    @Test
    void theOtherDocumentsOfAnInterchangeCountWhenTheyAreFound() {
        limit(new PartnerLimit(partner, null, null, null, 10, null, null, null));
        traffic.enter(partner, null).close();
        traffic.found(partner, 25);
        Busy busy = catchThrowableOfType(Busy.class, () -> traffic.enter(partner, null));
        assertThat(busy.retryAfterSeconds()).as("sixteen documents at ten a minute").isBetween(90L, 100L);
    }

    @Test
    void soManyAtATimeAndNoMore() {
        limit(new PartnerLimit(partner, null, null, null, null, null, 2, null));
        var first = traffic.enter(partner, null);
        traffic.enter(partner, null);
        Busy busy = catchThrowableOfType(Busy.class, () -> traffic.enter(partner, null));
        assertThat(busy.reason()).isEqualTo(Reason.AT_ONCE);
        first.close();
        traffic.enter(partner, null);
    }

    @Test
    void whatGoesOutHasARateOfItsOwn() {
        limit(new PartnerLimit(partner, null, null, null, null, 1, null, null));
        assertThat(traffic.leave(partner)).isEmpty();
        assertThat(traffic.leave(partner)).hasValueSatisfying(wait -> assertThat(wait.toSeconds()).isBetween(50L, 60L));
        traffic.enter(partner, null).close();
    }

    @Test
    void maintenanceRefusesOnlyWhereItSaysSo() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        UUID channel = Ids.next();
        MaintenanceWindow accepting = window(null, now, Inbound.ACCEPT);
        inTransaction(operator(), () -> windows.add(accepting));
        traffic.enter(partner, channel).close();
        MaintenanceWindow refusing = window(null, now, Inbound.REFUSE);
        inTransaction(operator(), () -> windows.add(refusing));
        Busy busy = catchThrowableOfType(Busy.class, () -> traffic.enter(partner, channel));
        assertThat(busy.reason().status()).isEqualTo(503);
        assertThat(busy.retryAfterSeconds()).isBetween(3500L, 3600L);
        assertThat(in(operator(), () -> windows.remove(partner, refusing.id()))).isTrue();
        traffic.enter(partner, channel).close();
        assertThat(in(operator(), () -> windows.list(partner))).containsExactly(accepting);
    }

    @Test
    void whatIsSetStandsInTheJournalAndIsTheUsualWhereNothingIs() {
        limit(new PartnerLimit(partner, 1000L, 5, 12, null, null, null, 2));
        Limits own = limits.of(partner);
        assertThat(own.interchangeBytes()).isEqualTo(1000);
        assertThat(own.outAtOnce()).isEqualTo(2);
        assertThat(own.inPerMinute()).isEqualTo(limits.usual().inPerMinute());
        assertThat(in(person(partner), () -> journal.timeline(PartnerLimits.ENTITY, partner))).last()
                .satisfies(entry -> {
                    assertThat(entry.event()).isEqualTo("LIMITS_SET");
                    assertThat(entry.details()).containsEntry("outAtOnce", "2").containsEntry("interchangeBytes", "1000");
                });
        limit(PartnerLimit.none(partner));
        assertThat(limits.of(partner)).isEqualTo(limits.usual());
    }

    private MaintenanceWindow window(UUID channel, Instant now, Inbound inbound) {
        return new MaintenanceWindow(Ids.next(), partner, channel, "Upgrade", ZoneOffset.UTC,
                new Once(now, now.plusSeconds(3600)), inbound);
    }

    private void limit(PartnerLimit limit) {
        inTransaction(operator(), () -> limits.put(limit));
    }
}
