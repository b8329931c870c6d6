package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the bytes of an interchange into the inbox once more, beside the original. Its control reference is known, as the hub itself
 * repeats it; that a deal is known is found out as ever, by its number.
 */
@Component
class ReadAgain {
    private static final String INSERT = """
            with again as (
              insert into interchange (id, direction, organisation_id, channel_id, door, payload_id, media_type, size, sha256, file_name,
                properties, status, resubmission_of, released, sender_assigned, received_at)
              select :id, 'INBOUND', i.organisation_id, i.channel_id, i.door, i.payload_id, i.media_type, i.size, i.sha256, i.file_name,
                     i.properties || cast(:told as jsonb), 'RECEIVED', i.id, true, i.sender_assigned, :at
                from interchange i where i.id = :original and i.direction = 'INBOUND'
              returning id, organisation_id),
            line as (
            """ + JournalSql.INSERT + "select " + JournalSql.ACTOR + """
              :line, 'INTERCHANGE', id, null, 'READ_AGAIN', 'RECEIVED', id, null, array_remove(array[organisation_id], null), cast(:details as jsonb) from again)
            select id from again
            """;
    private final JdbcClient jdbc;
    private final Announcements announcements;
    private final Clock clock;

    ReadAgain(JdbcClient jdbc, Announcements announcements, Clock clock) {
        this.jdbc = jdbc;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional
    public UUID put(UUID original, Again again) {
        UUID id = jdbc.sql(INSERT)
                .params(JournalSql.actor(clock.instant()))
                .param("id", Ids.next())
                .param("line", Ids.next())
                .param("original", original)
                .param("told", SqlValues.json(again.properties()))
                .param("details", SqlValues.json(Map.of("replay", again.replay().toString())))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no inbound interchange " + original));
        announcements.afterCommit(id);
        return id;
    }

    /** The day whose agreements count for the interchange, if it is not today. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> day(UUID interchange) {
        return jdbc.sql("select properties ->> '" + Again.DAY + "' from interchange where id = :id and properties ->> '" + Again.DAY + "' is not null")
                .param("id", interchange)
                .query(String.class)
                .optional()
                .map(LocalDate::parse);
    }
}
