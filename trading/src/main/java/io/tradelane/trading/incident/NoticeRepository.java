package io.tradelane.trading.incident;

import io.tradelane.trading.incident.Notices.About;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoticeRepository {
    private static final String COLUMNS = """
            n.id, n.kind, n.organisation_id, n.channel_id, n.target, n.subject, n.body, n.facts, n.rule_id, n.status, n.attempts, n.next_attempt_at, n.detail,
            n.created_at, n.sent_at
            """;
    private final JdbcClient jdbc;

    NoticeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(
            Notice.Kind kind, @Nullable UUID organisation, @Nullable UUID channel, String target, NoticeText text, Map<String, String> facts, About about,
            Instant notBefore, Instant now) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into notice (id, organisation_id, kind, channel_id, target, subject, body, facts, rule_id, episode_id, obligation_id,
                          onboarding_id, status, next_attempt_at, created_at)
                        values (:id, :organisation, :kind, :channel, :target, :subject, :body, cast(:facts as jsonb), :rule, :episode, :obligation,
                          :onboarding, 'QUEUED', :notBefore, :now)
                        """)
                .param("id", id)
                .param("organisation", organisation)
                .param("kind", kind.name())
                .param("channel", channel)
                .param("target", target)
                .param("subject", text.subject())
                .param("body", text.body())
                .param("facts", SqlValues.json(facts))
                .param("rule", about.rule())
                .param("episode", about.episode())
                .param("obligation", about.obligation())
                .param("onboarding", about.onboarding())
                .param("notBefore", SqlValues.at(notBefore))
                .param("now", SqlValues.at(now))
                .update();
        return id;
    }

    List<Notice> claim(Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                        with due as (select id from notice where status = 'QUEUED' and next_attempt_at <= :now order by next_attempt_at limit :limit for update skip locked)
                        update notice n set attempts = n.attempts + 1, next_attempt_at = :until from due where n.id = due.id returning
                        """ + COLUMNS)
                .param("now", SqlValues.at(now)).param("until", SqlValues.at(now.plus(lease))).param("limit", limit)
                .query(NoticeRepository::map).list();
    }

    void seal(UUID id, String secret) {
        jdbc.sql("update notice set secret_enc = :secret where id = :id").param("secret", secret).param("id", id).update();
    }

    Optional<String> sealed(UUID id) {
        return jdbc.sql("select secret_enc from notice where id = :id and secret_enc is not null").param("id", id).query(String.class).optional();
    }

    void done(UUID id, Notice.Status status, String detail, Instant now) {
        jdbc.sql("update notice set status = :status, secret_enc = null, detail = :detail, sent_at = case when :status = 'SENT' then cast(:now as timestamptz) end where id = :id")
                .param("status", status.name()).param("detail", detail).param("now", SqlValues.at(now)).param("id", id).update();
    }

    void retry(UUID id, String detail, Instant at) {
        jdbc.sql("update notice set detail = :detail, next_attempt_at = :at where id = :id").param("detail", detail).param("at", SqlValues.at(at)).param("id", id).update();
    }

    /** @return whether there was one that nobody had been told of */
    boolean skip(UUID episode) {
        return jdbc.sql("update notice set status = 'SKIPPED' where episode_id = :episode and status = 'QUEUED' and attempts = 0").param("episode", episode).update() > 0;
    }

    /** An invitation that has not been sent is worth nothing once there is another. */
    void withdraw(UUID onboarding) {
        jdbc.sql("update notice set status = 'SKIPPED', secret_enc = null where onboarding_id = :onboarding and status = 'QUEUED'").param("onboarding", onboarding).update();
    }

    Optional<Notice> lastOf(UUID onboarding) {
        return jdbc.sql("select " + COLUMNS + " from notice n where n.onboarding_id = :onboarding order by n.id desc limit 1").param("onboarding", onboarding)
                .query(NoticeRepository::map).optional();
    }

    @Nullable UUID mailChannel(@Nullable UUID organisation) {
        return jdbc.sql("""
                        select c.id from channel c join organisation o on o.id = c.organisation_id
                         where c.door = 'mail' and c.direction = 'OUTBOUND' and c.enabled and (c.organisation_id = cast(:organisation as uuid) or o.kind = 'OPERATOR')
                         order by (c.organisation_id = cast(:organisation as uuid)) desc nulls last, c.id limit 1
                        """)
                .param("organisation", organisation).query(UUID.class).optional().orElse(null);
    }

    List<Notice> list(@Nullable UUID rule, @Nullable UUID before, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from notice n where (cast(:rule as uuid) is null or n.rule_id = :rule) and (cast(:before as uuid) is null or n.id < :before)
                        order by n.id desc limit :limit
                        """)
                .param("rule", rule).param("before", before).param("limit", limit).query(NoticeRepository::map).list();
    }

    private static Notice map(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                Notice.Kind.valueOf(row.getString("kind")),
                SqlValues.uuid(row, "organisation_id"),
                SqlValues.uuid(row, "channel_id"),
                row.getString("target"),
                row.getString("subject"),
                row.getString("body"),
                SqlValues.texts(row.getString("facts")),
                SqlValues.uuid(row, "rule_id"),
                Notice.Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                SqlValues.instant(row, "next_attempt_at"),
                row.getString("detail"),
                SqlValues.instant(row, "created_at"),
                SqlValues.instantOrNull(row, "sent_at"));
    }
}
