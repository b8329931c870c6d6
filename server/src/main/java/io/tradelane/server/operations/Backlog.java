package io.tradelane.server.operations;

import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final Clock clock;
    private @Nullable Reading last;

    Backlog(JdbcClient database, TransactionTemplate transaction, Clock clock) {
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
        Waiting inbound = waiting("""
                SELECT count(*) AS waiting, coalesce(extract(epoch FROM now() - min(received_at)), 0) AS seconds
                FROM interchange WHERE status IN ('RECEIVED', 'PROCESSING')
                """);
        Waiting outbound = waiting("""
                SELECT count(*) AS waiting, coalesce(extract(epoch FROM now() - min(next_attempt_at)), 0) AS seconds
                FROM outbox WHERE status IN ('QUEUED', 'RENDERED') AND next_attempt_at <= now()
                """);
        return new Reading(now, inbound, outbound);
    }

    private Waiting waiting(String sql) {
        return database.sql(sql)
                .query((row, n) -> new Waiting(
                        row.getLong("waiting"), Duration.ofMillis((long) (row.getDouble("seconds") * 1000))))
                .single();
    }
}
