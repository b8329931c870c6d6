package io.tradelane.trading.exchange;

import io.tradelane.trading.exchange.DeliveryAttempt.Outcome;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves an outbox entry, its interchange, its attempts and the journal on, in one statement. The caller has the entry locked. */
@Component
class OutboxMoves {
    private static final String MOVE = """
            with moved as (
              update outbox set status = :to, attempts = attempts + :tries, leased_until = null, sending_since = null,
                next_attempt_at = coalesce(cast(:nextAttempt as timestamptz), next_attempt_at),
                sent_at = case when :to = 'SENT' then :at else sent_at end
               where id = :id returning id, interchange_id, from_org_id, to_org_id, attempts),
            gathered as (
              update outbox o set status = case when :to in ('QUEUED', 'RENDERED') then 'GATHERED' else :to end,
                sent_at = case when :to = 'SENT' then :at else o.sent_at end
                from moved where o.batch_id = moved.id),
            wire as (
              update interchange i set status = :wire, processed_at = case when :resting then cast(:at as timestamptz) else null end
                from moved where i.id = moved.interchange_id returning i.id),
            attempt as (
              insert into delivery_attempt (id, interchange_id, organisation_id, number, at, outcome, detail, receipt_payload_id)
              select :attempt, interchange_id, to_org_id, attempts, :at, :outcome, :detail, cast(:receipt as uuid)
                from moved where interchange_id is not null and cast(:outcome as text) is not null),
            line as (
            """ + JournalSql.INSERT + "select " + JournalSql.ACTOR + """
              :line, case when interchange_id is null then 'OUTBOX' else 'INTERCHANGE' end, coalesce(interchange_id, id),
              :before, :event, :wire, interchange_id, null, array[from_org_id, to_org_id], cast(:details as jsonb) from moved)
            select attempts from moved
            """;
    private final JdbcClient jdbc;
    private final OutboxRepository repository;
    private final ObjectProvider<OutboxListener> listeners;
    private final ExchangeMetrics metrics;
    private final Clock clock;

    OutboxMoves(JdbcClient jdbc, OutboxRepository repository, ObjectProvider<OutboxListener> listeners, ExchangeMetrics metrics, Clock clock) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.listeners = listeners;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @param outcome of a try to send; null if this is none @param tries what it adds to the count */
    record Move(
            OutboxStatus to, String event, int tries, @Nullable Outcome outcome, @Nullable String detail, @Nullable UUID receipt,
            @Nullable Instant nextAttempt) {
        static Move of(OutboxStatus to, @Nullable Outcome outcome, int tries, @Nullable String detail, @Nullable UUID receipt) {
            return new Move(to, to.name(), tries, outcome, detail, receipt, null);
        }
    }

    void move(OutboxItem item, Move move) {
        Instant now = clock.instant();
        jdbc.sql(MOVE)
                .params(JournalSql.actor(now))
                .param("id", item.id())
                .param("to", move.to().name())
                .param("wire", wire(move.to()).name())
                .param("before", wire(item.status()).name())
                .param("resting", wire(move.to()).resting())
                .param("event", move.event())
                .param("tries", move.tries())
                .param("nextAttempt", SqlValues.atOrNull(move.nextAttempt()))
                .param("attempt", Ids.next())
                .param("line", Ids.next())
                .param("outcome", move.outcome() == null ? null : move.outcome().name())
                .param("detail", move.detail())
                .param("receipt", move.receipt())
                .param("details", SqlValues.json(move.detail() == null ? Map.of() : Map.of("detail", move.detail())))
                .query(Integer.class)
                .single();
        metrics.outbox(move.event().toLowerCase(Locale.ROOT).replace('_', '-'));
        tell(item, move.to());
    }

    void tell(OutboxItem item, OutboxStatus to) {
        List<OutboxListener> all = listeners.orderedStream().toList();
        if (item.status() != to && !all.isEmpty()) {
            Stream.concat(Stream.of(item), repository.batch(item.id()).stream())
                    .forEach(one -> all.forEach(listener -> listener.moved(one, item.status(), to)));
        }
    }

    /** The same in the words of the interchange. */
    private static InterchangeStatus wire(OutboxStatus status) {
        return switch (status) {
            case GATHERING, GATHERED, QUEUED, RENDERED, PORTAL -> InterchangeStatus.QUEUED;
            case SENT -> InterchangeStatus.SENT;
            case DELIVERED -> InterchangeStatus.DELIVERED;
            case ACKNOWLEDGED -> InterchangeStatus.ACKNOWLEDGED;
            case REJECTED_BY_PARTNER -> InterchangeStatus.REJECTED_BY_PARTNER;
            case FAILED -> InterchangeStatus.FAILED;
        };
    }
}
