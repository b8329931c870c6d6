package io.tradelane.trading.incident;

import io.tradelane.trading.incident.AlertRule.Watch;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AlertRepository {
    private static final String SELECT = """
            select r.id, r.organisation_id, r.name, r.watch, r.cause, r.threshold, r.window_minutes, r.channel_id, r.mail_to, r.locale, r.quiet_from, r.quiet_to,
                   r.zone, r.enabled, r.version
              from alert_rule r
            """;
    /** Counted up to a million. */
    private static final Map<Watch, String> FIGURES = Map.of(
            Watch.INCIDENTS, """
                    select count(*) from incident n where n.raised_at >= cast(:now as timestamptz) - make_interval(mins => :minutes)
                       and n.id >= hour_id(hour_of(cast(:now as timestamptz) - make_interval(mins => :minutes)) - 1)
                       and (cast(:cause as text) is null or n.cause = :cause) and (cast(:org as uuid) is null or n.organisation_id = :org)
                    """,
            Watch.OVERDUE, """
                    select count(*) from obligation b where b.closed_at is null and b.due_at <= :now and coalesce(b.snoozed_until, '-infinity') <= :now
                       and (cast(:org as uuid) is null or b.creditor_org_id = :org)
                    """,
            Watch.CHANNEL_DOWN, """
                    select count(*) from channel c where c.enabled and c.problem is not null and (cast(:org as uuid) is null or c.organisation_id = :org)
                    """,
            Watch.CERTIFICATE, """
                    select count(*) from partner_certificate c where c.enabled and c.valid_to < cast(:now as timestamptz) + make_interval(mins => :minutes)
                       and (cast(:org as uuid) is null or c.organisation_id = :org)
                    """,
            Watch.QUEUE_AGE, """
                    select coalesce(extract(epoch from cast(:now as timestamptz) - min(since)) / 60, 0) from (
                      (select i.received_at as since from interchange i where i.status in ('RECEIVED', 'PROCESSING') and i.direction = 'INBOUND'
                          and (cast(:org as uuid) is null or i.organisation_id = :org) order by i.received_at limit 1)
                      union all
                      (select o.next_attempt_at from outbox o where o.status in ('QUEUED', 'RENDERED') and o.next_attempt_at <= :now
                          and (cast(:org as uuid) is null or o.from_org_id = :org or o.to_org_id = :org) order by o.next_attempt_at limit 1)) waiting
                    """);
    private final JdbcClient jdbc;

    AlertRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AlertRule> list() {
        return jdbc.sql(SELECT + "order by r.name, r.id").query(AlertRepository::map).list();
    }

    Optional<AlertRule> find(UUID id) {
        return jdbc.sql(SELECT + "where r.id = :id").param("id", id).query(AlertRepository::map).optional();
    }

    List<AlertRule> lockEnabled() {
        return jdbc.sql(SELECT + "where r.enabled order by r.id for update skip locked").query(AlertRepository::map).list();
    }

    int figure(AlertRule rule, Instant now) {
        return jdbc.sql(FIGURES.get(rule.watch()))
                .param("now", SqlValues.at(now))
                .param("minutes", rule.windowMinutes())
                .param("cause", rule.cause())
                .param("org", rule.organisation())
                .query(Long.class)
                .single()
                .intValue();
    }

    void save(AlertRule rule, @Nullable UUID owner, String by, Instant now) {
        jdbc.sql("""
                        insert into alert_rule as r (id, organisation_id, name, watch, cause, threshold, window_minutes, channel_id, mail_to, locale, quiet_from,
                          quiet_to, zone, enabled, created_by, created_at)
                        values (:id, :owner, :name, :watch, :cause, :threshold, :minutes, :channel, :mailTo, :locale, :quietFrom, :quietTo, :zone, :enabled, :by, :now)
                        on conflict (id) do update set name = excluded.name, watch = excluded.watch, cause = excluded.cause, threshold = excluded.threshold,
                          window_minutes = excluded.window_minutes, channel_id = excluded.channel_id, mail_to = excluded.mail_to, locale = excluded.locale,
                          quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, zone = excluded.zone, enabled = excluded.enabled, version = r.version + 1
                        """)
                .param("id", rule.id())
                .param("owner", owner)
                .param("name", rule.name().strip())
                .param("watch", rule.watch().name())
                .param("cause", rule.cause())
                .param("threshold", rule.threshold())
                .param("minutes", rule.windowMinutes())
                .param("channel", rule.channel())
                .param("mailTo", rule.mailTo())
                .param("locale", rule.locale())
                .param("quietFrom", rule.quietFrom())
                .param("quietTo", rule.quietTo())
                .param("zone", rule.zone().getId())
                .param("enabled", rule.enabled())
                .param("by", by)
                .param("now", SqlValues.at(now))
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from alert_rule where id = :id").param("id", id).update();
    }

    Map<UUID, AlertEpisode> open() {
        Map<UUID, AlertEpisode> open = new HashMap<>();
        jdbc.sql("select id, rule_id, opened_at, value, peak, calm_since from alert_episode where resolved_at is null").query(row -> {
            AlertEpisode one = new AlertEpisode(row.getObject("id", UUID.class), row.getObject("rule_id", UUID.class), SqlValues.instant(row, "opened_at"),
                    row.getInt("value"), row.getInt("peak"), SqlValues.instantOrNull(row, "calm_since"));
            open.put(one.rule(), one);
        });
        return open;
    }

    AlertEpisode begin(AlertRule rule, int value, Instant now) {
        AlertEpisode episode = new AlertEpisode(Ids.next(), rule.id(), now, value, value, null);
        jdbc.sql("insert into alert_episode (id, rule_id, organisation_id, opened_at, value, peak) values (:id, :rule, :owner, :now, :value, :value)")
                .param("id", episode.id()).param("rule", rule.id()).param("owner", rule.organisation()).param("now", SqlValues.at(now)).param("value", value).update();
        return episode;
    }

    void goesOn(UUID episode, int value, @Nullable Instant calmSince) {
        jdbc.sql("update alert_episode set value = :value, peak = greatest(peak, :value), calm_since = cast(:calm as timestamptz) where id = :id")
                .param("value", value).param("calm", SqlValues.atOrNull(calmSince)).param("id", episode).update();
    }

    void end(UUID episode, int value, Instant now) {
        jdbc.sql("update alert_episode set value = :value, resolved_at = :now where id = :id").param("value", value).param("now", SqlValues.at(now))
                .param("id", episode).update();
    }

    private static AlertRule map(ResultSet row, int number) throws SQLException {
        return new AlertRule(
                row.getObject("id", UUID.class),
                SqlValues.uuid(row, "organisation_id"),
                row.getString("name"),
                Watch.valueOf(row.getString("watch")),
                row.getString("cause"),
                row.getInt("threshold"),
                row.getInt("window_minutes"),
                row.getObject("channel_id", UUID.class),
                row.getString("mail_to"),
                row.getString("locale"),
                row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_to", LocalTime.class),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("enabled"),
                row.getInt("version"));
    }
}
