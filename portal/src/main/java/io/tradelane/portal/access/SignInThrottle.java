package io.tradelane.portal.access;

import io.tradelane.trading.shared.SourceNetwork;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down: ten wrong passwords for one account within a quarter of an hour, or a hundred from one address (IPv6: network), and
 * each further one doubles the wait from 30 seconds up to 15 minutes. Kept in the database, so that it holds for every
 * process and survives a restart; accounts and addresses are stored as hashes only.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class SignInThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PER_ACCOUNT = 10;
    private static final int PER_ADDRESS = 100;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignInThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long this account or address still has to wait; zero when it may try. */
    public Duration waiting(String email, String address) {
        Instant now = clock.instant();
        return jdbc.sql("select max(blocked_until) from sign_in_throttle where subject in (:subjects)")
                .param("subjects", List.of(account(email), address(address)))
                .query(Timestamp.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    public void failed(String email, String address) {
        count(account(email), PER_ACCOUNT);
        count(address(address), PER_ADDRESS);
    }

    /** A right password forgives the account, not the address. */
    public void succeeded(String email) {
        jdbc.sql("delete from sign_in_throttle where subject = :subject").param("subject", account(email)).update();
    }

    /** Counts a request of a kind that anybody may send. @return whether there were more than {@code allowed} lately from that address */
    public boolean tooMany(String what, String address, int allowed) {
        byte[] subject = hash(what + ":" + address);
        boolean blocked = jdbc.sql("select exists (select 1 from sign_in_throttle where subject = :subject and blocked_until > :now)")
                .param("subject", subject).param("now", Timestamp.from(clock.instant())).query(Boolean.class).single();
        if (!blocked) {
            count(subject, allowed + 1);
        }
        return blocked;
    }

    private void count(byte[] subject, int allowed) {
        jdbc.sql("""
                insert into sign_in_throttle as t (subject, failures, window_start) values (:subject, 1, :now)
                on conflict (subject) do update set
                  failures = case when greatest(t.window_start, coalesce(t.blocked_until, t.window_start)) < :expired then 1 else t.failures + 1 end,
                  window_start = case when greatest(t.window_start, coalesce(t.blocked_until, t.window_start)) < :expired then :now else t.window_start end,
                  blocked_until = case when t.failures + 1 < :allowed then null
                                       else cast(:now as timestamptz) + least(interval '15 minutes', interval '30 seconds' * power(2, least(t.failures + 1 - :allowed, 10))) end
                """)
                .param("subject", subject)
                .param("now", Timestamp.from(clock.instant()))
                .param("expired", Timestamp.from(clock.instant().minus(WINDOW)))
                .param("allowed", allowed)
                .update();
    }

    private static byte[] account(String email) {
        return hash("account:" + email.strip().toLowerCase(Locale.ROOT));
    }

    private static byte[] address(String address) {
        return hash("address:" + SourceNetwork.of(address));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
