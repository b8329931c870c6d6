package io.tradelane.server.operations;

import io.tradelane.trading.exchange.traffic.MaintenanceWindow;
import io.tradelane.trading.exchange.traffic.MaintenanceWindows;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How much work waits in PostgreSQL, and for how long. Read at most every five seconds, however often it is asked for. */
@Component
class Backlog {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final MaintenanceWindows windows;
    private final Clock clock;
    private @Nullable Reading last;

    Backlog(JdbcClient database, TransactionTemplate transaction, MaintenanceWindows windows, Clock clock) {
        this.windows = windows;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param oldest how long the longest-waiting has been waiting; zero when nothing waits */
    record Waiting(long count, Duration oldest) {}

    record Reading(Instant at, Waiting inbound, Waiting outbound) {
        Duration oldest() {
            return inbound.oldest().compareTo(outbound.oldest()) > 0 ? inbound.oldest() : outbound.oldest();
        }
    }

    synchronized Reading read() {
        Instant now = clock.instant();
        Reading known = last;
        if (known == null || known.at().plus(FRESH).isBefore(now)) {
            known = Tenancy.call(Actor.hub(), () -> transaction.execute(status -> read(now)));
            last = known;
        }
        return known;
    }

    private Reading read(Instant now) {
        List<MaintenanceWindow> closed = windows.closed(now).stream().map(MaintenanceWindows.Closed::window).toList();
        Waiting inbound = waiting(database.sql("""
                SELECT count(*) AS waiting, coalesce(extract(epoch FROM now() - min(received_at)), 0) AS seconds
                FROM interchange WHERE status IN ('RECEIVED', 'PROCESSING')
                """));
        // What is held on purpose, or for a partner that does not answer, stands on the board of connections and is not late here.
        Waiting outbound = waiting(database.sql("""
                SELECT count(*) AS waiting, coalesce(extract(epoch FROM now() - min(next_attempt_at)), 0) AS seconds
                FROM outbox o WHERE status IN ('QUEUED', 'RENDERED') AND next_attempt_at <= now()
                  AND NOT EXISTS (SELECT 1 FROM channel_breaker b WHERE b.channel_id = o.lane_id AND b.state <> 'CLOSED')
                  AND NOT to_org_id = ANY (cast(:receivers AS uuid[])) AND NOT lane_id = ANY (cast(:channels AS uuid[]))
                """)
                .param("receivers", array(closed.stream().filter(window -> window.channel() == null).map(MaintenanceWindow::organisation)))
                .param("channels", array(closed.stream().map(MaintenanceWindow::channel).filter(Objects::nonNull))));
        return new Reading(now, inbound, outbound);
    }

    private static String array(Stream<UUID> ids) {
        return ids.map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static Waiting waiting(JdbcClient.StatementSpec sql) {
        return sql
                .query((row, n) -> new Waiting(
                        row.getLong("waiting"), Duration.ofMillis((long) (row.getDouble("seconds") * 1000))))
                .single();
    }
}
