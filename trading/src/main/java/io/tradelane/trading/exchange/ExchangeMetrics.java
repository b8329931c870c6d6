package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counters of what was committed: {@code tradelane.interchanges} by result, {@code tradelane.messages} by type and verdict,
 * {@code tradelane.outbox} by result; and the age in seconds of the oldest that waits, {@code tradelane.oldest.waiting}.
 */
@Component
class ExchangeMetrics {
    private final MeterRegistry registry;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExchangeMetrics(ObjectProvider<MeterRegistry> registry, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.registry = registry.getIfAvailable(SimpleMeterRegistry::new);
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.clock = clock;
        gauge("inbox", "select min(received_at) from interchange where status in ('RECEIVED', 'PROCESSING')");
        gauge("outbox", "select min(created_at) from outbox where status in ('QUEUED', 'RENDERED')");
        gauge("receipt", "select min(sent_at) from outbox where status = 'SENT'");
    }

    void interchange(String result) {
        AfterCommit.run(() -> registry.counter("tradelane.interchanges", "result", result).increment());
    }

    /** @param type of the message as its sender named it; unknown ones are counted together, so that nobody makes up series */
    void message(String type, MessageStatus verdict) {
        String known = type.matches("[A-Z]{6}|[a-z]{4}\\.[0-9]{3}") ? type : "other";
        AfterCommit.run(() -> registry.counter(
                        "tradelane.messages", "type", known, "verdict", verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .increment());
    }

    void outbox(String result) {
        AfterCommit.run(() -> registry.counter("tradelane.outbox", "result", result).increment());
    }

    private void gauge(String queue, String sql) {
        Gauge.builder("tradelane.oldest.waiting", () -> age(sql)).tag("queue", queue).baseUnit("seconds").register(registry);
    }

    private double age(String sql) {
        return Tenancy.call(Actor.hub(), () -> transaction.execute(status -> jdbc.sql(sql)
                .query((row, n) -> {
                    OffsetDateTime since = row.getObject(1, OffsetDateTime.class);
                    return since == null ? 0.0 : Math.max(0, clock.millis() - since.toInstant().toEpochMilli()) / 1000.0;
                })
                .single()));
    }
}
