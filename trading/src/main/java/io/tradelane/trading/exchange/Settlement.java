package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Derives the status of an interchange of many messages once all are decided. This happens after the commit of a verdict and
 * not in it, for else the messages, which are processed side by side, would queue for the interchange's row. If the process
 * dies in between, the sweep does it.
 */
@Component
class Settlement implements DisposableBean {
    /** Backwards, because the last ones are the last to be done: it mostly ends at the first row. */
    private static final String OPEN =
            "select exists (select 1 from message where interchange_id = :id and status = 'RECEIVED' order by index desc limit 1)";
    private static final String SETTLE = """
            with verdicts as (
              select bool_and(status = 'REJECTED') as all_rejected, bool_and(status = 'FAILED') as all_failed,
                     bool_or(status in ('REJECTED', 'FAILED')) as any_bad, bool_or(status = 'HELD') as any_held
                from message where interchange_id = :id),
            settled as (
              update interchange i set processed_at = :at, status = case
                  when v.all_rejected then 'REJECTED' when v.all_failed then 'FAILED' when v.any_bad then 'PROCESSED_WITH_ERRORS'
                  when v.any_held then 'HELD' else 'PROCESSED' end
                from verdicts v
               where i.id = :id and i.status = 'PROCESSING'
                 and not exists (select 1 from message where interchange_id = :id and status = 'RECEIVED')
              returning i.id, i.status, i.organisation_id, i.counterparty_id),
            line as (
            """ + JournalSql.INSERT + "select " + JournalSql.ACTOR + """
              :line, 'INTERCHANGE', id, 'PROCESSING', status, status, id, null,
              array_remove(array[organisation_id, counterparty_id], null), '{}' from settled)
            select status from settled
            """;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ExchangeMetrics metrics;
    private final Clock clock;
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("settlement").daemon().factory());

    Settlement(JdbcClient jdbc, PlatformTransactionManager transactions, ExchangeMetrics metrics, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Many verdicts of one interchange are looked at once. */
    void afterCommit(UUID interchange) {
        AfterCommit.run(() -> {
            if (waiting.add(interchange)) {
                worker.execute(() -> {
                    waiting.remove(interchange);
                    Tenancy.run(Actor.hub(), () -> settle(interchange));
                });
            }
        });
    }

    /** @return whether it is done now and was not before */
    boolean settle(UUID interchange) {
        return transaction.execute(status -> {
            if (jdbc.sql(OPEN).param("id", interchange).query(Boolean.class).single()) {
                return false;
            }
            Optional<InterchangeStatus> result = jdbc.sql(SETTLE)
                    .params(JournalSql.actor(clock.instant()))
                    .param("id", interchange)
                    .param("line", Ids.next())
                    .query(String.class)
                    .optional()
                    .map(InterchangeStatus::valueOf);
            result.ifPresent(settled -> metrics.interchange(result(settled)));
            return result.isPresent();
        });
    }

    int settleFinished(Duration olderThan) {
        List<UUID> candidates = transaction.execute(status -> jdbc.sql("""
                        select i.id from interchange i where i.status = 'PROCESSING' and i.received_at < :before
                           and not exists (select 1 from message m where m.interchange_id = i.id and m.status = 'RECEIVED') limit 1000
                        """)
                .param("before", SqlValues.at(clock.instant().minus(olderThan)))
                .query(UUID.class)
                .list());
        return (int) candidates.stream().filter(this::settle).count();
    }

    static String result(InterchangeStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void destroy() {
        worker.shutdown();
    }
}
