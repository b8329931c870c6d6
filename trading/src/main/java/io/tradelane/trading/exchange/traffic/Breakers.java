package io.tradelane.trading.exchange.traffic;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.traffic.Breaker.State;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A circuit breaker for each channel that sends, as a row: every hub counts in it and goes by it, the board shows it, a person may set
 * it, and it outlives the process. After {@value #MOST} failures in a row it opens; after 15 seconds, then twice as long each time, at
 * most 15 minutes, one document may try.
 */
@Service
@Transactional
public class Breakers {
    /** In the journal. */
    public static final String ENTITY = "CHANNEL";
    static final int MOST = 5;
    private static final int LONGEST = 500;
    private static final String COLUMNS = "channel_id, organisation_id, state, failures, since, probe_at, reason";
    private static final String FAILED = """
            insert into channel_breaker as b (channel_id, organisation_id, state, failures, since, reason)
            values (:channel, :organisation, 'CLOSED', 1, :now, :reason)
            on conflict (channel_id) do update set
              failures = least(b.failures + 1, 1000000), reason = excluded.reason,
              state = case when b.state = 'CLOSED' and b.failures + 1 >= :most then 'OPEN' else b.state end,
              since = case when b.state = 'CLOSED' and b.failures + 1 >= :most then excluded.since else b.since end,
              probe_at = case when b.failures + 1 >= :most
                then cast(:now as timestamptz) + make_interval(secs => least(900, 15 * power(2, least(b.failures + 1 - :most, 10)))) end
            where b.state <> 'STOPPED'
            returning %s
            """.formatted(COLUMNS);
    private static final String SET = """
            insert into channel_breaker as b (channel_id, organisation_id, state, failures, since, reason)
            values (:channel, :organisation, :state, 0, :now, :reason)
            on conflict (channel_id) do update set
              state = excluded.state, failures = 0, since = excluded.since, probe_at = null, reason = excluded.reason
            where b.state <> excluded.state or b.failures > 0
            returning channel_id
            """;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Breakers(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** A try failed, and not for what was sent. @return the breaker as it is now; empty when a person stopped the channel */
    public Optional<Breaker> failed(Channel channel, String reason) {
        String shown = reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST);
        Optional<Breaker> now = jdbc.sql(FAILED)
                .param("channel", channel.id())
                .param("organisation", channel.organisation())
                .param("now", SqlValues.at(clock.instant()))
                .param("reason", shown)
                .param("most", MOST)
                .query(Breakers::map)
                .optional();
        now.filter(breaker -> breaker.state() == State.OPEN && breaker.failures() == MOST)
                .ifPresent(breaker -> tell(channel, State.CLOSED, "BREAKER_OPENED", State.OPEN, shown));
        return now;
    }

    /** The partner took or refused a document, or answered at all: it is there. */
    public void worked(Channel channel) {
        jdbc.sql("""
                        with before as (select state from channel_breaker where channel_id = :channel and state <> 'STOPPED'
                                          and failures > 0 for update)
                        update channel_breaker set state = 'CLOSED', failures = 0, since = case when state = 'OPEN' then :now else since end,
                          probe_at = null, reason = null
                         where channel_id = :channel and exists (select 1 from before)
                        returning (select state from before)
                        """)
                .param("channel", channel.id())
                .param("now", SqlValues.at(clock.instant()))
                .query(String.class)
                .optional()
                .filter(State.OPEN.name()::equals)
                .ifPresent(before -> tell(channel, State.OPEN, "BREAKER_CLOSED", State.CLOSED, null));
    }

    /** A person's word: nothing goes over the channel until {@link #close}. @return whether that is new */
    public boolean stop(Channel channel, @Nullable String reason) {
        return set(channel, State.STOPPED, "BREAKER_STOPPED", reason);
    }

    /** A person's word: what waits goes at once. @return whether that is new */
    public boolean close(Channel channel) {
        boolean closed = set(channel, State.CLOSED, "BREAKER_CLOSED", null);
        jdbc.sql("update outbox set next_attempt_at = :now where lane_id = :channel and status in ('QUEUED', 'RENDERED') and next_attempt_at > :now")
                .param("channel", channel.id()).param("now", SqlValues.at(clock.instant())).update();
        return closed;
    }

    /** By channel; those that never failed have none. */
    @Transactional(readOnly = true)
    public Map<UUID, Breaker> all() {
        return jdbc.sql("select " + COLUMNS + " from channel_breaker").query(Breakers::map).list()
                .stream().collect(Collectors.toMap(Breaker::channel, Function.identity()));
    }

    @Transactional(readOnly = true)
    public Optional<Breaker> find(UUID channel) {
        return jdbc.sql("select " + COLUMNS + " from channel_breaker where channel_id = :id").param("id", channel).query(Breakers::map).optional();
    }

    private boolean set(Channel channel, State state, String event, @Nullable String reason) {
        State before = find(channel.id()).map(Breaker::state).orElse(State.CLOSED);
        boolean changed = jdbc.sql(SET)
                .param("channel", channel.id())
                .param("organisation", channel.organisation())
                .param("state", state.name())
                .param("now", SqlValues.at(clock.instant()))
                .param("reason", reason, java.sql.Types.VARCHAR)
                .query(UUID.class)
                .optional()
                .isPresent() && before != state;
        if (changed) {
            tell(channel, before, event, state, reason);
        }
        return changed;
    }

    private void tell(Channel channel, State from, String event, State to, @Nullable String reason) {
        journal.record(new Entry(ENTITY, channel.id(), from.name(), event, to.name(), null, null, Set.of(channel.organisation()),
                reason == null ? Map.of("channel", channel.name()) : Map.of("channel", channel.name(), "reason", reason)));
    }

    private static Breaker map(ResultSet row, int number) throws SQLException {
        return new Breaker(row.getObject("channel_id", UUID.class), row.getObject("organisation_id", UUID.class),
                State.valueOf(row.getString("state")), row.getInt("failures"), SqlValues.instant(row, "since"),
                SqlValues.instantOrNull(row, "probe_at"), row.getString("reason"));
    }
}
