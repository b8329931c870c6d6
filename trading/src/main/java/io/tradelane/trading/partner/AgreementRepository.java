package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.AgreementVersion.Hand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is agreed with whom, as it holds now. */
@Repository
class AgreementRepository {
    private static final String KEY = "select id, direction, sender_org_id, receiver_org_id, document_type, received_format, ended_at from agreement ";
    private static final String IN_FORCE = """
            select id, direction, sender_org_id, receiver_org_id, document_type, received_format, ended_at, version_id, number, terms
              from agreement_in_force
            """;
    /** What was said by an agreement goes out by it, also after its end. */
    private static final String LATEST = """
            select a.id, a.direction, a.sender_org_id, a.receiver_org_id, a.document_type, a.received_format, a.ended_at,
                   v.id as version_id, v.number, v.terms
              from agreement a cross join lateral (
                select * from agreement_version v where v.agreement_id = a.id and v.status = 'ACTIVE' and v.valid_from <= clock_timestamp()
                 order by v.valid_from desc, v.number desc limit 1) v
             where a.id = :id
            """;
    private final JdbcClient jdbc;

    AgreementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AgreementKey key) {
        jdbc.sql("""
                        insert into agreement (id, direction, sender_org_id, receiver_org_id, document_type, received_format)
                        values (:id, :direction, :sender, :receiver, :type, :format)
                        """)
                .param("id", key.id())
                .param("direction", key.direction().name())
                .param("sender", key.sender())
                .param("receiver", key.receiver())
                .param("type", key.type() == null ? null : key.type().name())
                .param("format", key.format())
                .update();
    }

    /** The one that has not ended, about the same. */
    Optional<AgreementKey> like(AgreementKey key) {
        return jdbc.sql(KEY + """
                        where direction = :direction and sender_org_id = :sender and receiver_org_id is not distinct from cast(:receiver as uuid)
                          and document_type is not distinct from cast(:type as text) and received_format is not distinct from cast(:format as text)
                          and ended_at is null
                        """)
                .param("direction", key.direction().name())
                .param("sender", key.sender())
                .param("receiver", key.receiver())
                .param("type", key.type() == null ? null : key.type().name())
                .param("format", key.format())
                .query(AgreementRepository::key)
                .optional();
    }

    Optional<AgreementKey> key(UUID id) {
        return jdbc.sql(KEY + "where id = :id").param("id", id).query(AgreementRepository::key).optional();
    }

    /** Locked, if it has not ended. */
    Optional<AgreementKey> lock(UUID id) {
        return jdbc.sql(KEY + "where id = :id and ended_at is null for update").param("id", id).query(AgreementRepository::key).optional();
    }

    List<AgreementKey> keys(UUID organisation) {
        return jdbc.sql(KEY + """
                        where (sender_org_id = :organisation or receiver_org_id = :organisation) and ended_at is null
                         order by direction desc, document_type, received_format, id
                        """)
                .param("organisation", organisation)
                .query(AgreementRepository::key)
                .list();
    }

    /** Who wants it to end, where another person has to say so too. */
    Optional<Hand> endWanted(UUID id) {
        return jdbc.sql("select end_wanted_by, end_wanted_by_id, end_wanted_at from agreement where id = :id and end_wanted_at is not null and ended_at is null")
                .param("id", id)
                .query((row, n) -> new Hand(row.getString("end_wanted_by"), SqlValues.uuid(row, "end_wanted_by_id"), SqlValues.instant(row, "end_wanted_at")))
                .optional();
    }

    /** @param by null: nobody any more */
    void endWanted(UUID id, @Nullable Hand by) {
        jdbc.sql("update agreement set end_wanted_by = :by, end_wanted_by_id = cast(:byId as uuid), end_wanted_at = cast(:at as timestamptz) where id = :id")
                .param("id", id)
                .param("by", by == null ? null : by.name())
                .param("byId", by == null ? null : by.user())
                .param("at", SqlValues.atOrNull(by == null ? null : by.at()))
                .update();
    }

    boolean end(UUID id) {
        return jdbc.sql("update agreement set ended_at = now() where id = :id and ended_at is null").param("id", id).update() == 1;
    }

    Optional<AgreedVersion> outbound(UUID from, UUID to, DocumentType type) {
        return jdbc.sql(IN_FORCE + """
                        where sender_org_id = :from and receiver_org_id = :to and document_type = :type and ended_at is null and direction = 'OUTBOUND'
                        """)
                .param("from", from)
                .param("to", to)
                .param("type", type.name())
                .query(AgreementRepository::agreed)
                .optional();
    }

    Optional<AgreedVersion> inForce(UUID id) {
        return jdbc.sql(IN_FORCE + "where id = :id and ended_at is null and direction = 'OUTBOUND'").param("id", id)
                .query(AgreementRepository::agreed).optional();
    }

    Optional<AgreedVersion> latest(UUID id) {
        return jdbc.sql(LATEST).param("id", id).query(AgreementRepository::agreed).optional();
    }

    List<AgreedVersion> list(UUID organisation) {
        return jdbc.sql(IN_FORCE + """
                        where (sender_org_id = :organisation or receiver_org_id = :organisation) and ended_at is null and direction = 'OUTBOUND'
                         order by document_type, id
                        """)
                .param("organisation", organisation)
                .query(AgreementRepository::agreed)
                .list();
    }

    private static AgreementKey key(ResultSet row, int number) throws SQLException {
        String type = row.getString("document_type");
        return new AgreementKey(
                row.getObject("id", UUID.class),
                Direction.valueOf(row.getString("direction")),
                row.getObject("sender_org_id", UUID.class),
                SqlValues.uuid(row, "receiver_org_id"),
                type == null ? null : DocumentType.valueOf(type),
                row.getString("received_format"),
                SqlValues.instantOrNull(row, "ended_at"));
    }

    private static AgreedVersion agreed(ResultSet row, int number) throws SQLException {
        AgreementTerms.Sending terms = TermsJson.sending(row.getString("terms"));
        return new AgreedVersion(row.getObject("version_id", UUID.class), row.getInt("number"), terms.of(key(row, number)), terms);
    }
}
