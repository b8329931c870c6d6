package io.tradelane.trading.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.trading.TestDatabase;
import io.tradelane.trading.incident.AlertRule.Watch;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.NewChannel;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.shared.Ids;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AlertsTest extends TestDatabase {
    @Autowired AlertRules rules;
    @Autowired AlertWatch watch;
    @Autowired Notices notices;
    @Autowired Incidents incidents;
    @Autowired Channels channels;
    private UUID company;
    private UUID channel;
    private final UUID id = Ids.next();

    @BeforeEach
    void company() {
        company = organisation("Watched company", Kind.SUPPLIER);
        channel = hub(() -> channels.create(new NewChannel(company, unique("Alerts"), "mail", Direction.OUTBOUND, Map.of("host", "localhost"), Map.of(), true)));
    }

    @AfterEach
    void nobodyWatchesAnyMore() {
        hub(() -> rules.remove(id));
    }

    @Test
    void anEpisodeIsToldOnceAndOnceWhenItIsOver() {
        assertThat(in(person(company), () -> rules.save(rule(2, null, null)))).isEmpty();
        raise("first");
        hub(() -> watch.look());
        assertThat(told()).as("below the threshold").isEmpty();
        raise("second");
        hub(() -> watch.look());
        raise("third");
        hub(() -> watch.look());
        assertThat(told()).extracting(Notice::kind).containsExactly(Notice.Kind.ALERT);
        assertThat(told().getFirst().target()).isEqualTo("ops@example.com");
        assertThat(told().getFirst().body()).contains("threshold 2");
        deliver();

        superuser().sql("update incident set raised_at = raised_at - interval '2 hours' where organisation_id = :id").param("id", company).update();
        hub(() -> watch.look());
        assertThat(told()).as("not calm for long enough").hasSize(1);
        superuser().sql("update alert_episode set calm_since = calm_since - interval '10 minutes' where rule_id = :id").param("id", id).update();
        hub(() -> watch.look());
        hub(() -> watch.look());
        assertThat(told()).extracting(Notice::kind).containsExactly(Notice.Kind.RESOLVED, Notice.Kind.ALERT);
        assertThat(told().getFirst().body()).contains("at most it was 3");
    }

    @Test
    void inQuietHoursANoticeWaitsAndIsLeftOutIfItIsOverByThen() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        LocalTime now = LocalTime.now(zone);
        in(person(company), () -> rules.save(rule(1, now.minusHours(1), now.plusHours(1))));
        raise("night");
        hub(() -> watch.look());
        assertThat(told().getFirst().nextAttemptAt()).isAfter(Instant.now().plusSeconds(3000));
        assertThat(hub(() -> notices.claim(100))).noneMatch(notice -> id.equals(notice.rule()));
        superuser().sql("update incident set raised_at = raised_at - interval '2 hours' where organisation_id = :id").param("id", company).update();
        hub(() -> watch.look());
        superuser().sql("update alert_episode set calm_since = calm_since - interval '10 minutes' where rule_id = :id").param("id", id).update();
        hub(() -> watch.look());
        assertThat(told()).extracting(Notice::status).containsExactly(Notice.Status.SKIPPED);
    }

    @Test
    void quietHoursMayGoOverMidnight() {
        AlertRule night = rule(1, LocalTime.of(22, 0), LocalTime.of(7, 0));
        assertThat(night.audible(Instant.parse("2026-11-27T15:30:00Z"))).as("23:30 in Shanghai").isEqualTo(Instant.parse("2026-11-27T23:00:00Z"));
        assertThat(night.audible(Instant.parse("2026-11-27T22:30:00Z"))).as("06:30 in Shanghai").isEqualTo(Instant.parse("2026-11-27T23:00:00Z"));
        assertThat(night.audible(Instant.parse("2026-11-27T04:00:00Z"))).as("noon in Shanghai").isEqualTo(Instant.parse("2026-11-27T04:00:00Z"));
    }

    @Test
    void aRuleSaysWhatIsWrongWithItAndBelongsToWhoMadeIt() {
        AlertRule wrong = new AlertRule(id, null, " ", Watch.INCIDENTS, null, 0, 60, Ids.next(), "nobody", "fr", LocalTime.NOON, null, ZoneId.of("UTC"), true, 1);
        assertThat(in(person(company), () -> rules.save(wrong))).extracting(AlertRules.Problem::field)
                .containsExactlyInAnyOrder("name", "threshold", "channel", "locale", "quietTo");
        UUID other = organisation("Other company", Kind.BUYER);
        assertThat(in(person(other), () -> rules.save(rule(1, null, null)))).as("not their channel").extracting(AlertRules.Problem::field).containsExactly("channel");
        in(person(company), () -> rules.save(rule(1, null, null)));
        assertThat(in(person(other), () -> rules.list())).isEmpty();
        assertThat(in(person(other), () -> rules.test(id))).isFalse();
        assertThat(in(person(company), () -> rules.test(id))).isTrue();
        assertThat(told()).extracting(Notice::kind).containsExactly(Notice.Kind.TEST);
    }

    @Test
    void whatCannotBeSentIsTriedAgainAndGivenUpInTheEnd() {
        in(person(company), () -> rules.save(rule(1, null, null)));
        in(person(company), () -> rules.test(id));
        for (int i = 0; i < 8; i++) {
            Notice due = hub(() -> notices.claim(1000)).stream().filter(notice -> id.equals(notice.rule())).findFirst().orElseThrow();
            asHub(() -> notices.failed(due, "connection refused", true));
            superuser().sql("update notice set next_attempt_at = now() where rule_id = :id").param("id", id).update();
        }
        assertThat(told()).extracting(Notice::status).containsExactly(Notice.Status.FAILED);
        assertThat(told().getFirst().detail()).isEqualTo("connection refused");
    }

    private AlertRule rule(int threshold, @Nullable LocalTime from, @Nullable LocalTime to) {
        return new AlertRule(id, null, "Too many", Watch.INCIDENTS, Cause.MESSAGE_HELD, threshold, 60, channel, "ops@example.com", "en", from, to,
                ZoneId.of("Asia/Shanghai"), true, 1);
    }

    private void raise(String subject) {
        hub(() -> incidents.raise(new NewIncident(Cause.MESSAGE_HELD, company, null, null, Map.of("subject", subject + id), null)));
    }

    private void deliver() {
        hub(() -> notices.claim(1000)).stream().filter(notice -> id.equals(notice.rule())).forEach(notice -> asHub(() -> notices.sent(notice.id(), "250 OK")));
    }

    private List<Notice> told() {
        return in(person(company), () -> notices.list(id, null, 20)).items();
    }
}
