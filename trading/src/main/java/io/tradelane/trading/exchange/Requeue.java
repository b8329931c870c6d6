package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person can do with something that rests: try again, say who sent it. */
@Component
class Requeue {
    private static final String LINE = ", line as (" + JournalSql.INSERT + "select " + JournalSql.ACTOR + """
              :line, :entityType, id, before, :event, after, interchange_id, message_id,
              array_remove(array[organisation_id, counterparty_id], null), cast(:details as jsonb) from changed)
            select interchange_id from changed
            """;
    private static final String MESSAGE = """
            with was as (
              select id, status from message where id = :id and direction = 'INBOUND' and status in ('HELD', 'FAILED', 'REJECTED') and document is not null
                 for update),
            changed as (
              update message m set status = 'RECEIVED', verdict_key = null, verdict_args = null, decided_at = null from was where m.id = was.id
              returning m.id, was.status as before, m.status as after, m.interchange_id, m.id as message_id, m.organisation_id, m.counterparty_id)
            """;
    private static final String INTERCHANGE = """
            with was as (
              select id, status from interchange where id = :id and direction = 'INBOUND' and status = any(cast(:from as text[])) for update),
            changed as (
              update interchange i set status = :to, reason = null, reason_args = '{}', processed_at = null, announced_at = null,
                organisation_id = coalesce(cast(:organisation as uuid), i.organisation_id),
                released = i.released or :released, sender_assigned = i.sender_assigned or :senderAssigned
                from was where i.id = was.id
              returning i.id, was.status as before, i.status as after, i.id as interchange_id, null::uuid as message_id, i.organisation_id, i.counterparty_id)
            """;
    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Announcements announcements;
    private final IncidentDesk incidents;
    private final Clock clock;

    Requeue(JdbcClient jdbc, Organisations organisations, Announcements announcements, IncidentDesk incidents, Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.announcements = announcements;
        this.incidents = incidents;
        this.clock = clock;
    }

    @Transactional
    public boolean message(UUID message) {
        return requeue(message).isPresent();
    }

    @Transactional
    public boolean held(UUID message) {
        Optional<UUID> interchange = requeue(message);
        interchange.ifPresent(id -> incidents.settled("MESSAGE_HELD", id, message));
        return interchange.isPresent();
    }

    private Optional<UUID> requeue(UUID message) {
        Optional<UUID> interchange = jdbc.sql(MESSAGE + LINE)
                .params(line("MESSAGE", "RETRIED", Map.of()))
                .param("id", message)
                .query(UUID.class)
                .optional();
        interchange.ifPresent(id -> {
            change(id, "{PROCESSED,PROCESSED_WITH_ERRORS,HELD,FAILED,REJECTED}", "PROCESSING", "RETRIED", null, false, false, Map.of());
            announcements.afterCommit(id);
        });
        return interchange;
    }

    @Transactional
    public boolean interchange(UUID interchange) {
        int messages = jdbc.sql("select message_count from interchange where id = :id").param("id", interchange).query(Integer.class)
                .optional().orElseThrow(() -> new NoSuchElementException("no interchange " + interchange));
        boolean requeued = messages == 0
                ? change(interchange, "{HELD,FAILED,UNASSIGNED}", "RECEIVED", "RETRIED", null, true, false, Map.of())
                : messagesOf(interchange).stream().map(this::message).reduce(false, Boolean::logicalOr);
        if (requeued) {
            announcements.afterCommit(interchange);
        }
        return requeued;
    }

    @Transactional
    public void assign(UUID interchange, UUID organisation, boolean remember) {
        PartyIdentifier address = jdbc.sql("select sender_id, sender_qualifier from interchange where id = :id and status = 'UNASSIGNED'")
                .param("id", interchange)
                .query((row, n) -> PartyIdentifier.ofInterchange(row.getString(1) == null ? "" : row.getString(1), row.getString(2)))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no unassigned interchange " + interchange));
        requeueAssigned(interchange, organisation);
        if (remember && !address.value().isBlank()) {
            organisations.addIdentifier(organisation, address);
            sameAddress(interchange).forEach(other -> requeueAssigned(other, organisation));
        }
    }

    /** What waits from addresses that belong to somebody by now. @return how many */
    @Transactional
    public int known() {
        List<Unknown> unknown = jdbc.sql("select id, sender_id, sender_qualifier from interchange where status = 'UNASSIGNED' and sender_id <> '' order by id limit 500")
                .query((row, n) -> new Unknown(row.getObject(1, UUID.class), PartyIdentifier.ofInterchange(row.getString(2), row.getString(3))))
                .list();
        int released = 0;
        for (Unknown waiting : unknown) {
            Optional<UUID> owner = organisations.byIdentifier(waiting.address().scheme(), waiting.address().value()).map(Organisation::id);
            owner.ifPresent(organisation -> requeueAssigned(waiting.id(), organisation));
            released += owner.isPresent() ? 1 : 0;
        }
        return released;
    }

    private record Unknown(UUID id, PartyIdentifier address) {}

    private void requeueAssigned(UUID interchange, UUID organisation) {
        if (change(interchange, "{UNASSIGNED}", "RECEIVED", "ASSIGNED", organisation, false, true, Map.of("organisation", organisation.toString()))) {
            jdbc.sql("update payload set organisation_id = :organisation where id = (select payload_id from interchange where id = :id)")
                    .param("organisation", organisation)
                    .param("id", interchange)
                    .update();
            incidents.settled("UNKNOWN_SENDER", interchange, null);
            announcements.afterCommit(interchange);
        }
    }

    private List<UUID> sameAddress(UUID interchange) {
        return jdbc.sql("""
                        select other.id from interchange i join interchange other on other.status = 'UNASSIGNED'
                           and other.sender_id = i.sender_id and other.sender_qualifier is not distinct from i.sender_qualifier
                         where i.id = :id and other.id <> i.id order by other.id
                        """)
                .param("id", interchange)
                .query(UUID.class)
                .list();
    }

    private List<UUID> messagesOf(UUID interchange) {
        return jdbc.sql("select id from message where interchange_id = :id and status in ('HELD', 'FAILED') order by index")
                .param("id", interchange)
                .query(UUID.class)
                .list();
    }

    private boolean change(
            UUID id, String from, String to, String event, @Nullable UUID organisation, boolean released, boolean assigned, Map<String, String> details) {
        return jdbc.sql(INTERCHANGE + LINE)
                .params(line("INTERCHANGE", event, details))
                .param("id", id)
                .param("from", from)
                .param("to", to)
                .param("organisation", organisation)
                .param("released", released)
                .param("senderAssigned", assigned)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private Map<String, Object> line(String entityType, String event, Map<String, String> details) {
        Map<String, Object> parameters = JournalSql.actor(clock.instant());
        parameters.put("line", Ids.next());
        parameters.put("entityType", entityType);
        parameters.put("event", event);
        parameters.put("details", SqlValues.json(details));
        return parameters;
    }
}
