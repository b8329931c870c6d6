package io.tradelane.trading.partner;

import io.tradelane.trading.document.PartyInformationDocument;
import io.tradelane.trading.document.PartyInformationDocument.Entry;
import io.tradelane.trading.partner.PartyChange.Part;
import io.tradelane.trading.partner.PartyChange.Status;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class PartyChangeRepository {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SELECT = """
            select c.*, p.number, p.issued_on, p.valid_from, p.interchange_id, p.message_id, p.created_at
              from party_change c join party_proposal p on p.id = c.proposal_id
            """;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    PartyChangeRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    record Standing(UUID id, byte[] contentHash) {}

    /** @param organisation whom it is about, as far as that is known */
    record New(int position, Part part, Entry entry, @Nullable UUID organisation) {}

    Optional<Standing> standing(UUID sender, String number) {
        return jdbc.sql("select id, content_hash from party_proposal where sender_org_id = :sender and number = :number")
                .param("sender", sender)
                .param("number", number)
                .query(Standing.class)
                .optional();
    }

    UUID insert(PartyInformationDocument document, PartyChanges.Proposer proposer, List<New> changes) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into party_proposal (id, sender_org_id, receiver_org_id, number, issued_on, valid_from, content_hash, interchange_id,
                            message_id, created_at)
                        values (:id, :sender, :receiver, :number, :issued, :validFrom, :hash, :interchange, :message, :now)
                        """)
                .param("id", id)
                .param("sender", proposer.organisation())
                .param("receiver", proposer.addressee())
                .param("number", document.number())
                .param("issued", document.issueDate())
                .param("validFrom", document.validFrom())
                .param("hash", proposer.contentHash())
                .param("interchange", proposer.interchange())
                .param("message", proposer.message())
                .param("now", SqlValues.at(clock.instant()))
                .update();
        batch.batchUpdate("""
                        insert into party_change (id, proposal_id, sender_org_id, receiver_org_id, organisation_id, position, part, entry, status)
                        values (:id, :proposal, :sender, :receiver, :organisation, :position, :part, cast(:entry as jsonb), 'WAITING')
                        """,
                changes.stream()
                        .map(change -> new MapSqlParameterSource("id", Ids.next())
                                .addValue("proposal", id)
                                .addValue("sender", proposer.organisation())
                                .addValue("receiver", proposer.addressee())
                                .addValue("organisation", change.organisation())
                                .addValue("position", change.position())
                                .addValue("part", change.part().name())
                                .addValue("entry", MAPPER.writeValueAsString(change.entry())))
                        .toArray(SqlParameterSource[]::new));
        return id;
    }

    List<PartyChange> list(@Nullable Status status, int limit) {
        return jdbc.sql(SELECT + "where cast(:status as text) is null or c.status = :status order by c.proposal_id desc, c.position, c.part desc limit :limit")
                .param("status", status == null ? null : status.name())
                .param("limit", limit)
                .query(PartyChangeRepository::map)
                .list();
    }

    Optional<PartyChange> find(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id").param("id", id).query(PartyChangeRepository::map).optional();
    }

    Optional<PartyChange> lock(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id for update of c").param("id", id).query(PartyChangeRepository::map).optional();
    }

    int waiting(Part part, @Nullable UUID organisation) {
        return jdbc.sql("""
                        select count(*) from party_change where status = 'WAITING' and part = :part
                           and (cast(:organisation as uuid) is null or organisation_id = :organisation
                                or receiver_org_id = :organisation and sender_org_id = organisation_id)
                        """)
                .param("part", part.name())
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }

    /** @param differences that were decided on */
    void decide(UUID id, Status status, @Nullable String reason, List<PartyDifference> differences) {
        jdbc.sql("""
                        update party_change set status = :status, reason = :reason, decided_by = :by, decided_at = :now, differences = cast(:differences as jsonb)
                         where id = :id
                        """)
                .param("differences", MAPPER.writeValueAsString(differences))
                .param("status", status.name())
                .param("reason", reason)
                .param("by", Tenancy.current().name())
                .param("now", SqlValues.at(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Of the same entry, its bank account too. */
    void about(UUID change, UUID organisation) {
        jdbc.sql("""
                        update party_change c set organisation_id = :organisation from party_change d
                         where d.id = :change and c.proposal_id = d.proposal_id and c.position = d.position
                        """)
                .param("organisation", organisation)
                .param("change", change)
                .update();
    }

    private static PartyChange map(ResultSet row, int number) throws SQLException {
        String differences = row.getString("differences");
        return new PartyChange(
                row.getObject("id", UUID.class), Part.valueOf(row.getString("part")), Status.valueOf(row.getString("status")),
                row.getObject("sender_org_id", UUID.class), SqlValues.uuid(row, "receiver_org_id"), row.getString("number"),
                row.getObject("issued_on", LocalDate.class), row.getObject("valid_from", LocalDate.class), SqlValues.uuid(row, "interchange_id"),
                SqlValues.uuid(row, "message_id"), SqlValues.instant(row, "created_at"), MAPPER.readValue(row.getString("entry"), Entry.class),
                SqlValues.uuid(row, "organisation_id"), false,
                differences == null ? List.of() : List.of(MAPPER.readValue(differences, PartyDifference[].class)), row.getString("decided_by"), SqlValues.instantOrNull(row, "decided_at"),
                row.getString("reason"));
    }
}
