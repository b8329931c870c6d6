package io.tradelane.trading.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens given back early. All of them are held, and read again every two seconds while tokens are in use. */
@Repository
class RevokedTokens {
    private static final Duration YOUNG = Duration.ofSeconds(2);
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Held held = new Held(Set.of(), 0, false);

    RevokedTokens(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Held(Set<UUID> ids, long nanos, boolean filled) {}

    boolean contains(UUID jti) {
        Held known = held;
        if (!known.filled || System.nanoTime() - known.nanos > YOUNG.toNanos()) {
            Set<UUID> now = transaction.execute(status -> Set.copyOf(jdbc.sql("select jti from revoked_token where expires_at > :now")
                    .param("now", SqlValues.at(clock.instant())).query(UUID.class).list()));
            known = new Held(now == null ? Set.of() : now, System.nanoTime(), true);
            held = known;
        }
        return known.ids.contains(jti);
    }

    void add(UUID jti, UUID organisation, Instant expiresAt) {
        jdbc.sql("insert into revoked_token (jti, organisation_id, expires_at) values (:jti, :organisation, :until) on conflict do nothing")
                .param("jti", jti).param("organisation", organisation).param("until", SqlValues.at(expiresAt)).update();
        jdbc.sql("delete from revoked_token where expires_at <= :now").param("now", SqlValues.at(clock.instant())).update();
        held = new Held(Set.of(), 0, false);
    }
}
