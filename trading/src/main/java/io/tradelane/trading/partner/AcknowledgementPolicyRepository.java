package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.partner.AcknowledgementPolicy.Expected;
import io.tradelane.trading.partner.AcknowledgementPolicy.Meaning;
import io.tradelane.trading.partner.AcknowledgementPolicy.When;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AcknowledgementPolicyRepository {
    private static final String SELECT = """
            select a.format, a.version, p.agreement_id, p.answer, p.interchange, p.expected, p.deadline_minutes, p.rejected, p.acknowledged,
                   p.received, p.with_errors
              from agreement a left join acknowledgement_policy p on p.agreement_id = a.id
            """;
    private final JdbcClient jdbc;

    AcknowledgementPolicyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void upsert(UUID agreement, AcknowledgementPolicy policy) {
        jdbc.sql("""
                        insert into acknowledgement_policy (agreement_id, answer, interchange, expected, deadline_minutes, rejected, acknowledged,
                          received, with_errors)
                        values (:agreement, :answer, :interchange, :expected, :deadline, :rejected, :acknowledged, :received, :withErrors)
                        on conflict (agreement_id) do update set
                          answer = excluded.answer, interchange = excluded.interchange, expected = excluded.expected,
                          deadline_minutes = excluded.deadline_minutes, rejected = excluded.rejected, acknowledged = excluded.acknowledged,
                          received = excluded.received, with_errors = excluded.with_errors
                        """)
                .param("agreement", agreement)
                .param("answer", policy.answer().name())
                .param("interchange", policy.interchange().name())
                .param("expected", policy.expected().name())
                .param("deadline", policy.deadlineMinutes())
                .param("rejected", policy.rejected().name())
                .param("acknowledged", policy.acknowledged().name())
                .param("received", policy.received().name())
                .param("withErrors", policy.withErrors().name())
                .update();
    }

    Optional<AgreedAcknowledgement> find(UUID agreement) {
        return jdbc.sql(SELECT + "where a.id = :id").param("id", agreement).query(AcknowledgementPolicyRepository::map).optional();
    }

    Optional<AgreedAcknowledgement> between(UUID from, UUID to, DocumentType type) {
        return jdbc.sql(SELECT + "where a.sender_org_id = :from and a.receiver_org_id = :to and a.document_type = :type and a.ended_at is null")
                .param("from", from)
                .param("to", to)
                .param("type", type.name())
                .query(AcknowledgementPolicyRepository::map)
                .optional();
    }

    private static AgreedAcknowledgement map(ResultSet row, int number) throws SQLException {
        return new AgreedAcknowledgement(row.getString("format"), row.getString("version"), policy(row));
    }

    private static AcknowledgementPolicy policy(ResultSet row) throws SQLException {
        if (SqlValues.uuid(row, "agreement_id") == null) {
            return AcknowledgementPolicy.STANDARD;
        }
        return new AcknowledgementPolicy(
                When.valueOf(row.getString("answer")),
                When.valueOf(row.getString("interchange")),
                Expected.valueOf(row.getString("expected")),
                row.getObject("deadline_minutes", Integer.class),
                Meaning.valueOf(row.getString("rejected")),
                Meaning.valueOf(row.getString("acknowledged")),
                Meaning.valueOf(row.getString("received")),
                Meaning.valueOf(row.getString("with_errors")));
    }
}
