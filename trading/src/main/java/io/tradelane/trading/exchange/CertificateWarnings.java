package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.CertificateBoard;
import io.tradelane.trading.partner.CertificateStanding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Warns 60, 30, 14 and 7 days before a certificate ends, and when it has ended. The incident closes by itself when the next one is
 * confirmed, or the certificate is removed. Likewise for the certificates of partners' servers. For an actor of scope HUB.
 */
@Service
public class CertificateWarnings {
    static final String EXPIRES = "CERTIFICATE_EXPIRES";
    private static final List<Integer> DAYS = List.of(0, 7, 14, 30, 60);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private final CertificateBoard board;
    private final ServerIdentities servers;
    private final IncidentDesk incidents;
    private final Clock clock;
    private Instant next = Instant.MIN;

    CertificateWarnings(CertificateBoard board, ServerIdentities servers, IncidentDesk incidents, Clock clock) {
        this.board = board;
        this.servers = servers;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Looks at them now and then, however often it is called. */
    @Transactional
    public synchronized void sometimes() {
        if (!clock.instant().isBefore(next)) {
            next = clock.instant().plus(EVERY);
            check();
        }
    }

    @Transactional
    public void check() {
        List<CertificateStanding> all = board.list(null);
        Instant now = clock.instant();
        for (CertificateStanding one : all) {
            Integer due = due(one.certificate().validTo(), now);
            UUID id = one.certificate().id();
            if (due == null || one.isFollowed(all)) {
                if (one.warnedDays() != null) {
                    settle(id);
                }
            } else if (one.warnedDays() == null || one.warnedDays() > due) {
                incidents.raise(EXPIRES, one.certificate().organisation(), null, null, Map.of("subject", id.toString(),
                        "name", one.certificate().alias(), "days", Long.toString(left(one.certificate().validTo(), now)),
                        "until", one.certificate().validTo().atOffset(ZoneOffset.UTC).toLocalDate().toString()), null);
                board.warned(id, due);
            }
        }
        board.removedAfterWarning().forEach(this::settle);
        servers.check(now);
    }

    /** The nearest step of the warnings that is reached; null: none. */
    static @Nullable Integer due(Instant until, Instant now) {
        long left = Duration.between(now, until).toDays();
        return until.isBefore(now) ? Integer.valueOf(0) : DAYS.stream().filter(days -> days > 0 && left < days).findFirst().orElse(null);
    }

    static long left(Instant until, Instant now) {
        return Math.max(0, Duration.between(now, until).toDays());
    }

    private void settle(UUID certificate) {
        incidents.settled(EXPIRES, certificate.toString());
        board.warned(certificate, null);
    }
}
