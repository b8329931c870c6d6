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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Warns 60, 30, 14 and 7 days before a certificate ends, and when it has ended. The incident closes by itself when the next one is
 * confirmed, or the certificate is removed. For an actor of scope HUB.
 */
@Service
public class CertificateWarnings {
    static final String EXPIRES = "CERTIFICATE_EXPIRES";
    private static final List<Integer> DAYS = List.of(0, 7, 14, 30, 60);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private final CertificateBoard board;
    private final IncidentDesk incidents;
    private final Clock clock;
    private Instant next = Instant.MIN;

    CertificateWarnings(CertificateBoard board, IncidentDesk incidents, Clock clock) {
        this.board = board;
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
            long left = Duration.between(now, one.certificate().validTo()).toDays();
            Integer due = one.certificate().validTo().isBefore(now) ? Integer.valueOf(0)
                    : DAYS.stream().filter(days -> days > 0 && left < days).findFirst().orElse(null);
            UUID id = one.certificate().id();
            if (due == null || one.isFollowed(all)) {
                if (one.warnedDays() != null) {
                    settle(id);
                }
            } else if (one.warnedDays() == null || one.warnedDays() > due) {
                incidents.raise(EXPIRES, one.certificate().organisation(), null, null, Map.of("subject", id.toString(),
                        "name", one.certificate().alias(), "days", Long.toString(Math.max(0, left)),
                        "until", one.certificate().validTo().atOffset(ZoneOffset.UTC).toLocalDate().toString()), null);
                board.warned(id, due);
            }
        }
        board.removedAfterWarning().forEach(this::settle);
    }

    private void settle(UUID certificate) {
        incidents.settled(EXPIRES, certificate.toString());
        board.warned(certificate, null);
    }
}
