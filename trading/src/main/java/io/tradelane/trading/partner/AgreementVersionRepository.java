package io.tradelane.trading.partner;

import io.tradelane.trading.partner.AgreementVersion.Hand;
import io.tradelane.trading.partner.AgreementVersion.State;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgreementVersionRepository {
    private static final String SELECT = """
            select v.id, v.agreement_id, a.direction, v.number, v.terms, v.valid_from, v.valid_to, v.based_on, v.edits, v.reason, v.changed_by,
                   v.changed_by_id, v.changed_at, v.activated_by, v.activated_by_id, v.activated_at, v.activation_reason,
                   case when v.status <> 'ACTIVE' then v.status when v.valid_from > clock_timestamp() then 'SCHEDULED'
                        when v.valid_to <= clock_timestamp() then 'ENDED' else 'IN_FORCE' end as state
              from agreement_version v join agreement a on a.id = v.agreement_id
            """;
    private final JdbcClient jdbc;

    AgreementVersionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AgreementVersion> list(UUID agreement) {
        return jdbc.sql(SELECT + "where v.agreement_id = :id order by v.number desc").param("id", agreement).query(AgreementVersionRepository::map).list();
    }

    Optional<AgreementVersion> find(UUID agreement, int number) {
        return jdbc.sql(SELECT + "where v.agreement_id = :id and v.number = :number")
                .param("id", agreement).param("number", number).query(AgreementVersionRepository::map).optional();
    }

    Optional<AgreementVersion> draft(UUID agreement) {
        return jdbc.sql(SELECT + "where v.agreement_id = :id and v.status = 'DRAFT'")
                .param("id", agreement).query(AgreementVersionRepository::map).optional();
    }

    /** By which version an interchange went out or came in. */
    Optional<AgreementVersion> usedBy(UUID interchange) {
        return jdbc.sql(SELECT + "where v.id = (select agreement_version_id from interchange where id = :id)")
                .param("id", interchange).query(AgreementVersionRepository::map).optional();
    }

    /** @param inForce from now on; else it is a draft @return its number */
    int insert(UUID agreement, boolean inForce, AgreementTerms terms, String reason, @Nullable Integer basedOn, Actor actor, Instant at) {
        if (inForce) {
            makeRoom(agreement, at, at);
        }
        return jdbc.sql("""
                        insert into agreement_version (id, agreement_id, number, status, terms, based_on, reason, changed_by, changed_by_id, changed_at,
                          valid_from, activated_by, activated_by_id, activated_at)
                        select :id, :agreement, coalesce(max(number), 0) + 1, case when :inForce then 'ACTIVE' else 'DRAFT' end, cast(:terms as jsonb),
                               cast(:basedOn as int), :reason, :by, cast(:byId as uuid), :at, case when :inForce then cast(:at as timestamptz) end,
                               case when :inForce then :by end, case when :inForce then cast(:byId as uuid) end,
                               case when :inForce then cast(:at as timestamptz) end
                          from agreement_version where agreement_id = :agreement returning number
                        """)
                .param("inForce", inForce)
                .param("id", Ids.next())
                .param("agreement", agreement)
                .param("terms", TermsJson.write(terms))
                .param("basedOn", basedOn)
                .param("reason", reason)
                .param("by", actor.name())
                .param("byId", actor.user())
                .param("at", SqlValues.at(at))
                .query(Integer.class)
                .single();
    }

    void update(UUID draft, AgreementTerms terms, String reason, @Nullable Integer basedOn, Actor actor, Instant at) {
        jdbc.sql("""
                        update agreement_version set terms = cast(:terms as jsonb), reason = :reason, based_on = coalesce(cast(:basedOn as int), based_on),
                          edits = edits + 1, changed_by = :by, changed_by_id = :byId, changed_at = :at where id = :id and status = 'DRAFT'
                        """)
                .param("id", draft)
                .param("terms", TermsJson.write(terms))
                .param("reason", reason)
                .param("basedOn", basedOn)
                .param("by", actor.name())
                .param("byId", actor.user())
                .param("at", SqlValues.at(at))
                .update();
    }

    /** As a file has it. */
    void insert(UUID agreement, PartnerFile.Version version, AgreementTerms terms) {
        boolean dated = version.state() != State.DRAFT && version.state() != State.WITHDRAWN;
        jdbc.sql("""
                        insert into agreement_version (id, agreement_id, number, status, terms, valid_from, valid_to, based_on, reason, changed_by, changed_at,
                          activated_by, activated_at, activation_reason)
                        values (:id, :agreement, :number, :status, cast(:terms as jsonb), :from, :to, :basedOn, :reason, :by, coalesce(cast(:at as timestamptz),
                          now()), :activatedBy, cast(:activatedAt as timestamptz), :activationReason)
                        """)
                .param("id", Ids.next())
                .param("agreement", agreement)
                .param("number", version.number())
                .param("status", dated ? "ACTIVE" : version.state().name())
                .param("terms", TermsJson.write(terms))
                .param("from", SqlValues.atOrNull(dated ? version.validFrom() : null))
                .param("to", SqlValues.atOrNull(dated ? version.validTo() : null))
                .param("basedOn", version.basedOn())
                .param("reason", Objects.requireNonNullElse(version.reason(), ""))
                .param("by", Objects.requireNonNullElse(version.changedBy(), Tenancy.current().name()))
                .param("at", SqlValues.atOrNull(version.changedAt()))
                .param("activatedBy", version.activatedBy())
                .param("activatedAt", SqlValues.atOrNull(version.activatedAt()))
                .param("activationReason", version.activationReason())
                .update();
    }

    /** It was to be in force, or was a draft, and will not be. What was to end for it goes on. */
    void withdraw(AgreementVersion version) {
        jdbc.sql("update agreement_version set status = 'WITHDRAWN', valid_from = null, valid_to = null where id = :id").param("id", version.id()).update();
        if (version.validFrom() != null) {
            jdbc.sql("update agreement_version set valid_to = null where agreement_id = :agreement and status = 'ACTIVE' and valid_to = :from")
                    .param("agreement", version.agreement())
                    .param("from", SqlValues.at(version.validFrom()))
                    .update();
        }
    }

    /** As the database has it: it is the clock of all hubs. */
    Instant now() {
        return jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    }

    /** From then on it is the one; what was to follow later never will, and the one before it ends. */
    void activate(AgreementVersion version, Instant from, @Nullable Instant to, String reason, Actor actor, Instant now) {
        makeRoom(version.agreement(), from, now);
        jdbc.sql("""
                        update agreement_version set status = 'ACTIVE', valid_from = :from, valid_to = :to, activated_by = :by, activated_by_id = :byId,
                          activated_at = :now, activation_reason = :reason where id = :id
                        """)
                .param("id", version.id())
                .param("from", SqlValues.at(from))
                .param("to", SqlValues.atOrNull(to))
                .param("by", actor.name())
                .param("byId", actor.user())
                .param("now", SqlValues.at(now))
                .param("reason", reason)
                .update();
    }

    private void makeRoom(UUID agreement, Instant from, Instant now) {
        jdbc.sql("""
                        update agreement_version set status = 'WITHDRAWN', valid_from = null, valid_to = null
                         where agreement_id = :agreement and status = 'ACTIVE' and valid_from >= :from and valid_from > :now
                        """)
                .param("agreement", agreement).param("from", SqlValues.at(from)).param("now", SqlValues.at(now)).update();
        jdbc.sql("""
                        update agreement_version set valid_to = :from
                         where agreement_id = :agreement and status = 'ACTIVE' and (valid_to is null or valid_to > :from)
                        """)
                .param("agreement", agreement).param("from", SqlValues.at(from)).update();
    }

    /** Whether one of both companies, or who runs the hub, wants two people to change what is agreed. Between twins one may try alone. */
    boolean fourEyes(AgreementKey key) {
        return jdbc.sql("""
                        select exists (select 1 from organisation where four_eyes and (id = :sender or id = cast(:receiver as uuid) or kind = 'OPERATOR'))
                          and not exists (select 1 from organisation where id = :sender and twin_of is not null)
                        """)
                .param("sender", key.sender()).param("receiver", key.receiver()).query(Boolean.class).single();
    }

    boolean fourEyes(UUID organisation) {
        return jdbc.sql("select four_eyes from organisation where id = :id").param("id", organisation).query(Boolean.class).optional().orElse(false);
    }

    void fourEyes(UUID organisation, boolean wanted) {
        jdbc.sql("update organisation set four_eyes = :wanted where id = :id").param("id", organisation).param("wanted", wanted).update();
    }

    private static AgreementVersion map(ResultSet row, int number) throws SQLException {
        String activatedBy = row.getString("activated_by");
        return new AgreementVersion(
                row.getObject("id", UUID.class),
                row.getObject("agreement_id", UUID.class),
                row.getInt("number"),
                State.valueOf(row.getString("state")),
                TermsJson.read(Direction.valueOf(row.getString("direction")), row.getString("terms")),
                SqlValues.instantOrNull(row, "valid_from"),
                SqlValues.instantOrNull(row, "valid_to"),
                row.getObject("based_on", Integer.class),
                row.getInt("edits"),
                row.getString("reason"),
                new Hand(row.getString("changed_by"), SqlValues.uuid(row, "changed_by_id"), SqlValues.instant(row, "changed_at")),
                activatedBy == null ? null : new Hand(activatedBy, SqlValues.uuid(row, "activated_by_id"),
                        Objects.requireNonNullElse(SqlValues.instantOrNull(row, "activated_at"), SqlValues.instant(row, "changed_at"))),
                row.getString("activation_reason"));
    }
}
