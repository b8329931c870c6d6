package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SplitterRepository {
    private static final String LOCK = """
            select i.id, i.organisation_id, i.sha256, i.released, i.sender_assigned, i.resubmission_of,
                   (select organisation_id from organisation_identifier where scheme = :senderScheme and value = :sender) as sender_org,
                   (select organisation_id from organisation_identifier where scheme = :recipientScheme and value = :recipient) as recipient_org,
                   exists (select 1 from incident where interchange_id = i.id and status <> 'CLOSED') as incident
              from interchange i where i.id = :id and i.status = 'RECEIVED' and i.direction = 'INBOUND' for update of i
            """;
    /** One row comes back whoever was first; the other waits here until the first has committed. */
    private static final String IDENTIFY = """
            insert into interchange_identity as known (key, interchange_id, sha256, rejected) values (:key, :id, :sha256, :rejected)
            on conflict (key) do update set
              interchange_id = case when :insist or known.rejected and known.sha256 <> excluded.sha256 then excluded.interchange_id else known.interchange_id end,
              sha256 = case when :insist or known.rejected and known.sha256 <> excluded.sha256 then excluded.sha256 else known.sha256 end,
              rejected = case when :insist or known.rejected and known.sha256 <> excluded.sha256 then excluded.rejected else known.rejected end
            returning interchange_id, sha256
            """;
    private static final String DECIDE = """
            with decided as (
              update interchange set organisation_id = :organisation, counterparty_id = :recipient, format = :format, version = :version,
                sender_id = :senderId, sender_qualifier = :senderQualifier, recipient_id = :recipientId, recipient_qualifier = :recipientQualifier,
                control_reference = :controlReference, test = :test, acknowledgement_requested = :acknowledgementRequested,
                status = :status, reason = :reason, reason_args = cast(:reasonArgs as jsonb), findings = cast(:findings as jsonb),
                message_count = :messages, duplicate_of = :duplicateOf, processed_at = :processedAt, agreement_version_id = cast(:agreed as uuid)
              where id = :id returning id, payload_id),
            shown as (
              update payload p set organisation_id = :organisation, counterparty_id = :recipient from decided
               where p.id = decided.payload_id and (p.organisation_id is distinct from cast(:organisation as uuid) or p.counterparty_id is distinct from cast(:recipient as uuid))),
            line as (
            """ + JournalSql.INSERT + "select " + JournalSql.ACTOR + """
              :line, 'INTERCHANGE', id, 'RECEIVED', :event, :status, id, null, cast(:visibleTo as uuid[]), cast(:details as jsonb) from decided)
            select id from decided
            """;
    private final JdbcClient jdbc;

    SplitterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param organisation whom the door authenticated
     * @param senderOrganisation who owns the address in the envelope
     * @param incident whether one is open
     */
    record Arrival(
            UUID id,
            @Nullable UUID organisation,
            byte[] sha256,
            boolean released,
            boolean senderAssigned,
            @Nullable UUID resubmissionOf,
            @Nullable UUID senderOrganisation,
            @Nullable UUID recipientOrganisation,
            boolean incident) {

        /** In the sandbox. @param twin of a company, null if it has none */
        Arrival among(UnaryOperator<@Nullable UUID> twin) {
            return new Arrival(id, twin.apply(organisation), sha256, released, senderAssigned, resubmissionOf,
                    twin.apply(senderOrganisation), twin.apply(recipientOrganisation), incident);
        }
    }

    /** Whose the control reference is. */
    record Owner(UUID interchange, byte[] sha256) {}

    record Decision(
            InterchangeStatus status, String event, @Nullable String reason, Map<String, String> args, int messages, @Nullable UUID duplicateOf,
            @Nullable UUID agreed) {
        static Decision of(InterchangeStatus status, @Nullable String reason) {
            return new Decision(status, status.name(), reason, Map.of(), 0, null, null);
        }

        static Decision split(InterchangeStatus status, int messages) {
            return new Decision(status, status == InterchangeStatus.REJECTED ? "REJECTED" : "SPLIT", null, Map.of(), messages, null, null);
        }

        static Decision held(String reason, Map<String, String> args) {
            return new Decision(InterchangeStatus.HELD, "HELD", reason, args, 0, null, null);
        }

        /** A duplicate that is not taken, by agreement. */
        static Decision refused(UUID first) {
            Map<String, String> args = Map.of("first", first.toString());
            return new Decision(InterchangeStatus.REJECTED, "REJECTED", "interchange.duplicate-refused", args, 0, first, null);
        }

        /** By this version of an agreement. */
        Decision by(@Nullable UUID version) {
            return new Decision(status, event, reason, args, messages, duplicateOf, version);
        }

        static Decision duplicate(UUID first) {
            Map<String, String> args = Map.of("first", first.toString());
            return new Decision(InterchangeStatus.DUPLICATE, "DUPLICATE", "interchange.duplicate", args, 0, first, null);
        }
    }

    Optional<Arrival> lock(UUID id, InterchangeFacts facts) {
        PartyIdentifier sender = PartyIdentifier.ofInterchange(orEmpty(facts.senderId()), facts.senderQualifier());
        PartyIdentifier recipient = PartyIdentifier.ofInterchange(orEmpty(facts.recipientId()), facts.recipientQualifier());
        return jdbc.sql(LOCK)
                .param("id", id)
                .param("senderScheme", sender.scheme())
                .param("sender", sender.value())
                .param("recipientScheme", recipient.scheme())
                .param("recipient", recipient.value())
                .query((row, n) -> new Arrival(
                        id,
                        SqlValues.uuid(row, "organisation_id"),
                        row.getBytes("sha256"),
                        row.getBoolean("released"),
                        row.getBoolean("sender_assigned"),
                        SqlValues.uuid(row, "resubmission_of"),
                        SqlValues.uuid(row, "sender_org"),
                        SqlValues.uuid(row, "recipient_org"),
                        row.getBoolean("incident")))
                .optional();
    }

    /** @param reuseAfterDays so long after the first the reference is free again; null: never */
    Owner identify(Arrival arrival, String key, boolean rejected, boolean insist, @Nullable Integer reuseAfterDays) {
        boolean free = insist || reuseAfterDays != null && isOlder(key, reuseAfterDays);
        return jdbc.sql(IDENTIFY)
                .param("key", key)
                .param("id", arrival.id())
                .param("sha256", arrival.sha256())
                .param("rejected", rejected)
                .param("insist", free)
                .query((row, n) -> new Owner(row.getObject(1, UUID.class), row.getBytes(2)))
                .single();
    }

    private boolean isOlder(String key, int days) {
        return jdbc.sql("""
                        select exists (select 1 from interchange_identity k join interchange i on i.id = k.interchange_id
                          where k.key = :key and i.received_at < now() - make_interval(days => :days))
                        """)
                .param("key", key).param("days", days).query(Boolean.class).single();
    }

    void decide(Arrival arrival, @Nullable UUID sender, InterchangeFacts facts, Decision decision, Instant now) {
        UUID organisation = sender == null ? arrival.organisation() : sender;
        jdbc.sql(DECIDE)
                .params(JournalSql.actor(now))
                .param("id", arrival.id())
                .param("line", Ids.next())
                .param("organisation", organisation)
                .param("recipient", arrival.recipientOrganisation())
                .param("format", facts.format())
                .param("version", facts.version())
                .param("senderId", facts.senderId())
                .param("senderQualifier", facts.senderQualifier())
                .param("recipientId", facts.recipientId())
                .param("recipientQualifier", facts.recipientQualifier())
                .param("controlReference", facts.controlReference())
                .param("test", facts.test())
                .param("acknowledgementRequested", facts.acknowledgementRequested())
                .param("status", decision.status().name())
                .param("event", decision.event())
                .param("reason", decision.reason())
                .param("reasonArgs", SqlValues.json(decision.args()))
                .param("details", SqlValues.json(decision.args()))
                .param("findings", facts.findings())
                .param("messages", decision.messages())
                .param("duplicateOf", decision.duplicateOf())
                .param("agreed", decision.agreed())
                .param("processedAt", decision.status().resting() ? SqlValues.at(now) : null)
                .param("visibleTo", Parties.of(organisation, arrival.recipientOrganisation()))
                .query(UUID.class)
                .single();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
