package io.tradelane.trading.partner;

import io.tradelane.trading.partner.Onboarding.Exchanged;
import io.tradelane.trading.partner.Onboarding.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class OnboardingRepository {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<List<Exchanged>> DOCUMENTS = new TypeReference<>() {};
    private static final String SELECT = "select * from onboarding ";
    private final JdbcClient jdbc;

    OnboardingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Onboarding o, byte[] token) {
        jdbc.sql("""
                        insert into onboarding (id, inviter_org_id, company_id, twin_id, counterparty_id, email, language, token_hash, expires_at, invited_by, invited_at)
                        values (:id, :inviter, :company, :twin, :counterparty, :email, :language, :token, :expires, :by, :at)
                        """)
                .param("id", o.id())
                .param("inviter", o.inviter())
                .param("company", o.company())
                .param("twin", o.twin())
                .param("counterparty", o.counterparty())
                .param("email", o.email())
                .param("language", o.language().toLanguageTag())
                .param("token", token)
                .param("expires", SqlValues.at(o.expiresAt()))
                .param("by", o.invitedBy())
                .param("at", SqlValues.at(o.invitedAt()))
                .update();
    }

    Optional<Onboarding> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id").param("id", id).query(OnboardingRepository::map).optional();
    }

    Optional<Onboarding> of(UUID organisation) {
        return jdbc.sql(SELECT + "where :organisation in (twin_id, company_id)").param("organisation", organisation).query(OnboardingRepository::map).optional();
    }

    Optional<Onboarding> open(byte[] token, Instant now) {
        return jdbc.sql(SELECT + "where token_hash = :token and expires_at > :now and accepted_at is null for update")
                .param("token", token)
                .param("now", SqlValues.at(now))
                .query(OnboardingRepository::map)
                .optional();
    }

    List<Onboarding> list() {
        return jdbc.sql(SELECT + "order by id desc").query(OnboardingRepository::map).list();
    }

    /** Not live, with a document of the twin since then. */
    List<UUID> active(Instant since) {
        return jdbc.sql("""
                        select o.id from onboarding o where o.live_at is null
                           and exists (select from message m where m.organisation_id = o.twin_id and m.direction = 'INBOUND' and m.created_at > :since)
                        """)
                .param("since", SqlValues.at(since)).query(UUID.class).list();
    }

    /** @return whether it is nobody else's turn */
    boolean take(UUID id, Instant now, Instant until) {
        return jdbc.sql("update onboarding set answering_until = :until where id = :id and live_at is null and (answering_until is null or answering_until < :now)")
                .param("id", id).param("now", SqlValues.at(now)).param("until", SqlValues.at(until)).update() > 0;
    }

    void give(UUID id) {
        jdbc.sql("update onboarding set answering_until = null where id = :id").param("id", id).update();
    }

    void invite(UUID id, byte[] token, Instant expires) {
        jdbc.sql("update onboarding set token_hash = :token, expires_at = :expires where id = :id and accepted_at is null")
                .param("token", token)
                .param("expires", SqlValues.at(expires))
                .param("id", id)
                .update();
    }

    void accepted(UUID id, Instant at) {
        jdbc.sql("update onboarding set token_hash = null, accepted_at = :at where id = :id").param("at", SqlValues.at(at)).param("id", id).update();
    }

    void done(UUID id, Step step) {
        jdbc.sql("update onboarding set steps = array_append(steps, :step) where id = :id and not :step = any(steps)")
                .param("step", step.name())
                .param("id", id)
                .update();
    }

    void documents(UUID id, List<Exchanged> documents) {
        jdbc.sql("update onboarding set documents = cast(:documents as jsonb) where id = :id")
                .param("documents", MAPPER.writeValueAsString(documents))
                .param("id", id)
                .update();
    }

    /** @return false if it was live before */
    boolean live(UUID id, Instant at, String by, @Nullable String reason) {
        return jdbc.sql("update onboarding set live_at = :at, live_by = :by, override_reason = :reason where id = :id and live_at is null")
                .param("at", SqlValues.at(at))
                .param("by", by)
                .param("reason", reason, java.sql.Types.VARCHAR)
                .param("id", id)
                .update() == 1;
    }

    private static Onboarding map(ResultSet row, int number) throws SQLException {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        Arrays.stream((String[]) row.getArray("steps").getArray()).map(Step::valueOf).forEach(steps::add);
        return new Onboarding(row.getObject("id", UUID.class), SqlValues.uuid(row, "inviter_org_id"), row.getObject("company_id", UUID.class),
                row.getObject("twin_id", UUID.class), row.getObject("counterparty_id", UUID.class), row.getString("email"),
                Locale.forLanguageTag(row.getString("language")), MAPPER.readValue(row.getString("documents"), DOCUMENTS), steps,
                row.getString("invited_by"), SqlValues.instant(row, "invited_at"), SqlValues.instant(row, "expires_at"),
                SqlValues.instantOrNull(row, "accepted_at"), SqlValues.instantOrNull(row, "live_at"), row.getString("live_by"),
                row.getString("override_reason"));
    }
}
