package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.SqlValues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What proves what became of an interchange, as it is kept. Read under scope HUB: a chain with rows left out proves nothing. */
@Service
@Transactional(readOnly = true)
public class EvidenceRecords {
    private final JdbcClient jdbc;
    private final JournalVerifier journal;

    EvidenceRecords(JdbcClient jdbc, JournalVerifier journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** All that happened to one thing. */
    public record Chain(String entityType, UUID entityId, List<JournalLink> links) {}

    /** @param role of the organisation in the interchange: {@code PARTNER} or {@code HUB} */
    public record UsedCertificate(String role, String organisation, String alias, String use, String fingerprint, Instant validFrom, Instant validTo, String pem) {}

    /** The version of an agreement by which it came or went. @param terms JSON object */
    public record UsedAgreement(
            UUID agreement, UUID version, int number, String direction, @Nullable String documentType, String terms, @Nullable Instant validFrom,
            @Nullable Instant validTo) {}

    /** Whole chains: of the interchange, its messages, and whatever they changed. */
    public List<Chain> chains(UUID interchange) {
        return jdbc.sql("""
                        select distinct entity_type, entity_id from (
                          select 'INTERCHANGE' as entity_type, cast(:id as uuid) as entity_id
                          union all select 'MESSAGE', id from message where interchange_id = :id
                          union all select 'OUTBOX', id from outbox where interchange_id = :id
                          union all select entity_type, entity_id from state_transition where interchange_id = :id
                          union all select entity_type, entity_id from state_transition where message_id in (select id from message where interchange_id = :id)) touched
                         order by entity_type, entity_id
                        """)
                .param("id", interchange)
                .query((row, n) -> new Chain(row.getString(1), row.getObject(2, UUID.class), List.of()))
                .list().stream()
                .map(chain -> new Chain(chain.entityType(), chain.entityId(), journal.links(chain.entityType(), chain.entityId())))
                .filter(chain -> !chain.links().isEmpty())
                .toList();
    }

    /** Of the partner and of the hub, those that were valid when it came or went. */
    public List<UsedCertificate> certificates(UUID interchange) {
        return jdbc.sql("""
                        select case when c.organisation_id = i.organisation_id then 'PARTNER' else 'HUB' end as role, o.name, c.alias, c.use, c.fingerprint,
                               c.valid_from, c.valid_to, c.certificate_pem
                          from interchange i
                          join partner_certificate c on c.valid_from <= i.received_at and c.valid_to > i.received_at and c.created_at <= i.received_at
                          join organisation o on o.id = c.organisation_id
                         where i.id = :id and (c.organisation_id = i.organisation_id or o.kind = 'OPERATOR')
                         order by 1, 2, 3, c.id
                        """)
                .param("id", interchange)
                .query((row, n) -> new UsedCertificate(row.getString("role"), row.getString("name"), row.getString("alias"), row.getString("use"),
                        row.getString("fingerprint"), SqlValues.instant(row, "valid_from"), SqlValues.instant(row, "valid_to"), row.getString("certificate_pem")))
                .list();
    }

    /** Recorded when it was taken in, or written. */
    public List<UsedAgreement> agreements(UUID interchange) {
        return jdbc.sql("""
                        select a.id, v.id as version_id, v.number, a.direction, a.document_type, v.terms, v.valid_from, v.valid_to
                          from agreement_version v join agreement a on a.id = v.agreement_id
                         where v.id in (select i.agreement_version_id from interchange i where i.id = :id
                                        union select o.agreement_version_id from outbox o where o.interchange_id = :id)
                         order by a.document_type, v.number
                        """)
                .param("id", interchange)
                .query((row, n) -> new UsedAgreement(row.getObject("id", UUID.class), row.getObject("version_id", UUID.class), row.getInt("number"),
                        row.getString("direction"), row.getString("document_type"), row.getString("terms"), SqlValues.instantOrNull(row, "valid_from"),
                        SqlValues.instantOrNull(row, "valid_to")))
                .list();
    }

    /** The organisation that runs the hub. */
    public Optional<UUID> operator() {
        return jdbc.sql("select id from organisation where kind = 'OPERATOR' order by created_at, id limit 1").query(UUID.class).optional();
    }
}
