package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class InboxQueries {
    private static final String FAILED = """
            with failed as (
              update interchange set status = 'FAILED', processed_at = :at where id = :id and status = 'RECEIVED' returning id, organisation_id),
            line as (
            """ + JournalSql.INSERT + "select " + JournalSql.ACTOR + """
              :line, 'INTERCHANGE', id, 'RECEIVED', 'FAILED', 'FAILED', id, null, array_remove(array[organisation_id], null), '{}' from failed)
            select organisation_id from failed
            """;
    private final JdbcClient jdbc;
    private final Clock clock;

    InboxQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Interchange> claim(UUID interchange) {
        return jdbc.sql(InterchangeRows.SELECT + "where i.id = :id and i.status = 'RECEIVED' and i.direction = 'INBOUND' for update skip locked")
                .param("id", interchange)
                .query(InterchangeRows::map)
                .optional();
    }

    Optional<Message> claimMessage(UUID message) {
        return jdbc.sql(MessageRows.SELECT + "where m.id = :id and m.status = 'RECEIVED' for update skip locked")
                .param("id", message)
                .query(MessageRows::map)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Interchange> find(UUID interchange) {
        return jdbc.sql(InterchangeRows.SELECT + "where i.id = :id").param("id", interchange).query(InterchangeRows::map).optional();
    }

    List<Message> open(UUID interchange, int afterIndex, int limit) {
        return jdbc.sql(MessageRows.SELECT
                        + "where m.interchange_id = :id and m.status = 'RECEIVED' and m.index > :after order by m.index limit :limit")
                .param("id", interchange)
                .param("after", afterIndex)
                .param("limit", limit)
                .query(MessageRows::map)
                .list();
    }

    /** @return empty if it was not RECEIVED any more, else its organisation if it has one */
    Optional<Optional<UUID>> failed(UUID interchange) {
        return jdbc.sql(FAILED)
                .params(JournalSql.actor(clock.instant()))
                .param("id", interchange)
                .param("line", Ids.next())
                .query((row, n) -> Optional.ofNullable(SqlValues.uuid(row, "organisation_id")))
                .optional();
    }

    List<UUID> awaitingAnnouncement(Duration olderThan, int limit) {
        return jdbc.sql("""
                        select id from (
                          select id, received_at, row_number() over (partition by organisation_id order by received_at) as turn from interchange
                           where status in ('RECEIVED', 'PROCESSING') and direction = 'INBOUND'
                             and received_at < :before and (announced_at is null or announced_at < :before)) waiting
                         order by turn, received_at limit :limit
                        """)
                .param("before", SqlValues.at(clock.instant().minus(olderThan)))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    Map<UUID, UUID> senders(List<UUID> interchanges) {
        Map<UUID, UUID> senders = new HashMap<>();
        jdbc.sql("select id, organisation_id from interchange where id = any(cast(:ids as uuid[])) and organisation_id is not null")
                .param("ids", Parties.of(interchanges))
                .query(row -> {
                    senders.put(row.getObject("id", UUID.class), row.getObject("organisation_id", UUID.class));
                });
        return senders;
    }

    void markAnnounced(List<UUID> interchanges) {
        jdbc.sql("update interchange set announced_at = :at where id = any(cast(:ids as uuid[])) and status in ('RECEIVED', 'PROCESSING')")
                .param("at", SqlValues.at(clock.instant()))
                .param("ids", Parties.of(interchanges))
                .update();
    }
}
