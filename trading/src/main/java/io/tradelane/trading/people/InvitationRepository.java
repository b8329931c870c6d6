package io.tradelane.trading.people;

import io.tradelane.trading.partner.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvitationRepository {
    private static final String SELECT = """
            select id, organisation_id, email, language, roles, invited_by_id, invited_by, invited_at, expires_at
              from person_invitation where accepted_at is null and revoked_at is null
            """;
    private final JdbcClient jdbc;

    InvitationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(PersonInvitation one, byte[] token) {
        jdbc.sql("""
                        insert into person_invitation (id, organisation_id, email, language, roles, token_hash, invited_by_id, invited_by, invited_at, expires_at)
                        values (:id, :organisation, :email, :language, :roles, :token, :byId, :by, :at, :expires)
                        """)
                .param("id", one.id()).param("organisation", one.organisation()).param("email", one.email()).param("language", one.language().toLanguageTag())
                .param("roles", one.roles().stream().map(Enum::name).toArray(String[]::new)).param("token", token)
                .param("byId", one.invitedById()).param("by", one.invitedBy()).param("at", SqlValues.at(one.invitedAt()))
                .param("expires", SqlValues.at(one.expiresAt())).update();
    }

    /** Those that are open, the newest first. */
    List<PersonInvitation> list(UUID organisation) {
        return jdbc.sql(SELECT + "and organisation_id = :organisation order by id desc").param("organisation", organisation)
                .query(InvitationRepository::map).list();
    }

    Optional<PersonInvitation> find(UUID organisation, UUID id) {
        return jdbc.sql(SELECT + "and organisation_id = :organisation and id = :id for update").param("organisation", organisation).param("id", id)
                .query(InvitationRepository::map).optional();
    }

    Optional<PersonInvitation> open(byte[] token, Instant now) {
        return jdbc.sql(SELECT + "and token_hash = :token and expires_at > :now for update").param("token", token).param("now", SqlValues.at(now))
                .query(InvitationRepository::map).optional();
    }

    void renew(UUID id, byte[] token, Instant expires) {
        jdbc.sql("update person_invitation set token_hash = :token, expires_at = :expires where id = :id")
                .param("token", token).param("expires", SqlValues.at(expires)).param("id", id).update();
    }

    void revoke(UUID organisation, String email, Instant at) {
        jdbc.sql("""
                        update person_invitation set revoked_at = :at
                         where organisation_id = :organisation and lower(email) = lower(:email) and accepted_at is null and revoked_at is null
                        """)
                .param("at", SqlValues.at(at)).param("organisation", organisation).param("email", email).update();
    }

    void accepted(UUID id, Instant at) {
        jdbc.sql("update person_invitation set accepted_at = :at where id = :id").param("at", SqlValues.at(at)).param("id", id).update();
    }

    private static PersonInvitation map(ResultSet row, int number) throws SQLException {
        return new PersonInvitation(row.getObject("id", UUID.class), row.getObject("organisation_id", UUID.class), row.getString("email"),
                Locale.forLanguageTag(row.getString("language")), PeopleRepository.roles(row, "roles"), SqlValues.uuid(row, "invited_by_id"),
                row.getString("invited_by"), SqlValues.instant(row, "invited_at"), SqlValues.instant(row, "expires_at"));
    }
}
