package io.tradelane.trading.incident;

import io.tradelane.trading.partner.IdentifierCheck;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.SqlValues;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Open incidents by what they have in common: what is put right once releases all that wait for the same reason. */
@Service
@Transactional
public class IncidentGroups {
    private static final int MOST = 50;
    private static final int BATCH = 1000;
    private final JdbcClient jdbc;
    private final Incidents incidents;

    IncidentGroups(JdbcClient jdbc, Incidents incidents) {
        this.jdbc = jdbc;
        this.incidents = incidents;
    }

    /**
     * @param reason of what is held; null for other causes
     * @param detail what is missing, as far as the reason names it
     * @param occurrences how often they were raised together
     */
    public record Group(String cause, @Nullable String reason, @Nullable String detail, int count, long occurrences, Instant first, Instant last) {}

    /** @param address as the envelope has it @param count interchanges that wait @param incident one of theirs */
    public record UnknownSender(@Nullable String address, @Nullable String qualifier, int count, Instant first, Instant last, UUID incident) {}

    /**
     * A number by which documents name their buyer or supplier and that nobody has.
     *
     * @param role {@code buyer} or {@code supplier}
     * @param scheme of {@link io.tradelane.trading.partner.PartyIdentifier}
     * @param count documents that wait
     * @param possible whether a company can have it; otherwise it is a mistake in the document
     * @param sender whose documents they are; of several, the one of the latest
     * @param incident of the first
     */
    public record UnknownParty(String role, String scheme, String value, boolean possible, int count, Instant first, Instant last, @Nullable UUID sender, UUID incident) {}

    /** The most frequent first. */
    @Transactional(readOnly = true)
    public List<Group> open() {
        return jdbc.sql("""
                        select n.cause, n.args ->> 'reason' as reason, n.args ->> 'detail' as detail, count(*) as count, sum(n.occurrences) as occurrences,
                               min(n.raised_at) as first, max(n.last_at) as last
                          from incident n where n.status = 'OPEN' group by 1, 2, 3 order by count(*) desc, max(n.last_at) desc limit :most
                        """)
                .param("most", MOST)
                .query((row, n) -> new Group(row.getString("cause"), row.getString("reason"), row.getString("detail"), row.getInt("count"), row.getLong("occurrences"),
                        SqlValues.instant(row, "first"), SqlValues.instant(row, "last")))
                .list();
    }

    /**
     * Tries again all of a group, up to a thousand.
     *
     * @param reason null: whatever the reason; {@code detail} likewise
     * @return how many there were to try
     */
    public int retry(String cause, @Nullable String reason, @Nullable String detail) {
        List<UUID> open = jdbc.sql("""
                        select n.id from incident n where n.cause = :cause and n.status = 'OPEN'
                           and (cast(:reason as text) is null or n.args ->> 'reason' = :reason) and (cast(:detail as text) is null or n.args ->> 'detail' = :detail)
                         order by n.id limit :most
                        """)
                .param("cause", cause).param("reason", reason).param("detail", detail).param("most", BATCH).query(UUID.class).list();
        return (int) open.stream().filter(incidents::retry).count();
    }

    /** Addresses that nobody has registered, with what waits for somebody to say whose they are. */
    @Transactional(readOnly = true)
    public List<UnknownSender> unknownSenders() {
        return jdbc.sql("""
                        select i.sender_id, i.sender_qualifier, count(*) as count, min(i.received_at) as first, max(i.received_at) as last,
                               (array_agg(n.id order by n.id))[1] as incident
                          from interchange i join incident n on n.interchange_id = i.id and n.cause = 'UNKNOWN_SENDER' and n.status <> 'CLOSED'
                         where i.status = 'UNASSIGNED' group by 1, 2 order by max(i.received_at) desc limit :most
                        """)
                .param("most", MOST)
                .query((row, n) -> new UnknownSender(row.getString("sender_id"), row.getString("sender_qualifier"), row.getInt("count"), SqlValues.instant(row, "first"),
                        SqlValues.instant(row, "last"), row.getObject("incident", UUID.class)))
                .list();
    }

    /** Numbers of parties that nobody has, with what goes on by itself once somebody gets them. */
    @Transactional(readOnly = true)
    public List<UnknownParty> unknownParties() {
        return jdbc.sql("""
                        select split_part(party, ' ', 1) as role, split_part(party, ' ', 2) as scheme, split_part(party, ' ', 3) as value, count(*) as count,
                               min(n.raised_at) as first, max(n.last_at) as last, (array_agg(n.organisation_id order by n.id desc))[1] as sender,
                               (array_agg(n.id order by n.id))[1] as incident
                          from incident n join message m on m.id = n.message_id and m.status = 'HELD'
                         cross join unnest(string_to_array(n.args ->> 'detail', ', ')) as party
                         where n.cause = 'MESSAGE_HELD' and n.status <> 'CLOSED' and n.args ->> 'reason' = 'UNKNOWN_PARTY'
                         group by 1, 2, 3 order by count(*) desc, max(n.last_at) desc limit :most
                        """)
                .param("most", MOST)
                .query((row, n) -> new UnknownParty(row.getString("role"), row.getString("scheme"), row.getString("value"),
                        IdentifierCheck.problem(new PartyIdentifier(row.getString("scheme"), row.getString("value"))).isEmpty(), row.getInt("count"),
                        SqlValues.instant(row, "first"), SqlValues.instant(row, "last"), row.getObject("sender", UUID.class), row.getObject("incident", UUID.class)))
                .list();
    }
}
