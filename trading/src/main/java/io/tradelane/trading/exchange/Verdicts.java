package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Last step of the inbox: one verdict a message, and with the last one the interchange is done. */
@Component
class Verdicts {
    /** An interchange of one message is settled by the same statement, and has one line in its journal for both. */
    private static final String DECIDE = """
            with decided as (
              update message set status = :status, verdict_key = :key, verdict_args = cast(:args as jsonb), decided_at = :at
               where id = :id and status = 'RECEIVED'
              returning id, interchange_id, organisation_id, counterparty_id, siblings, type),
            settled as (
              update interchange i set status = :single, processed_at = :at from decided
               where i.id = decided.interchange_id and decided.siblings = 1 and i.status = 'PROCESSING'),
            line as (
            """ + JournalSql.INSERT + "select " + JournalSql.ACTOR + """
              :line, case when siblings = 1 then 'INTERCHANGE' else 'MESSAGE' end, case when siblings = 1 then interchange_id else id end,
              case when siblings = 1 then 'PROCESSING' else 'RECEIVED' end, :status, case when siblings = 1 then :single else :status end,
              interchange_id, id, array_remove(array[organisation_id, counterparty_id], null), cast(:details as jsonb) from decided)
            select interchange_id, organisation_id, siblings, type from decided
            """;
    private final JdbcClient jdbc;
    private final Settlement settlement;
    private final ExchangeMetrics metrics;
    private final Clock clock;

    Verdicts(JdbcClient jdbc, Settlement settlement, ExchangeMetrics metrics, Clock clock) {
        this.jdbc = jdbc;
        this.settlement = settlement;
        this.metrics = metrics;
        this.clock = clock;
    }

    record Decided(UUID interchange, @Nullable UUID organisation, int siblings, String type) {}

    /** @return empty if the message has its verdict already: nothing changed then */
    @Transactional
    public Optional<Decided> decide(UUID message, MessageStatus status, Verdict verdict) {
        Instant now = clock.instant();
        Map<String, String> details = new HashMap<>(verdict.args());
        details.put("verdict", verdict.key());
        Optional<Decided> decided = jdbc.sql(DECIDE)
                .params(JournalSql.actor(now))
                .param("id", message)
                .param("status", status.name())
                .param("single", ofSingle(status).name())
                .param("key", verdict.key())
                .param("args", SqlValues.json(verdict.args()))
                .param("details", SqlValues.json(details))
                .param("line", Ids.next())
                .query((row, n) -> new Decided(
                        row.getObject("interchange_id", UUID.class),
                        SqlValues.uuid(row, "organisation_id"),
                        row.getInt("siblings"),
                        row.getString("type")))
                .optional();
        decided.ifPresent(done -> {
            metrics.message(done.type(), status);
            if (done.siblings() == 1) {
                metrics.interchange(Settlement.result(ofSingle(status)));
            } else {
                settlement.afterCommit(done.interchange());
            }
        });
        return decided;
    }

    private static InterchangeStatus ofSingle(MessageStatus status) {
        return switch (status) {
            case APPLIED, NO_EFFECT -> InterchangeStatus.PROCESSED;
            case HELD -> InterchangeStatus.HELD;
            case REJECTED -> InterchangeStatus.REJECTED;
            case FAILED -> InterchangeStatus.FAILED;
            case RECEIVED, RENDERED -> throw new IllegalArgumentException(status + " is no verdict");
        };
    }
}
