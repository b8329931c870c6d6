package io.tradelane.routes.inbound;

import io.tradelane.trading.exchange.CertificateWarnings;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.incident.Obligations;
import io.tradelane.trading.invoice.WaitingDocuments;
import io.tradelane.trading.partner.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds what waits although nobody will announce it: the announcement is lost, or what it waited for has come; what should have
 * come by now; and certificates that end soon.
 */
@Component
public class Sweep {
    private static final Duration OVERDUE = Duration.ofSeconds(10);
    private static final int BATCH = 500;

    private final Inbox inbox;
    private final WaitingDocuments documents;
    private final Obligations obligations;
    private final CertificateWarnings certificates;
    private final Progress progress;
    private boolean started;

    Sweep(Inbox inbox, WaitingDocuments documents, Obligations obligations, CertificateWarnings certificates, Progress progress) {
        this.inbox = inbox;
        this.documents = documents;
        this.obligations = obligations;
        this.certificates = certificates;
        this.progress = progress;
    }

    /**
     * Right after the start everything that waits counts as overdue: nobody else's announcement can be on its way.
     *
     * @return ids, one a line; empty when nothing waits
     */
    public synchronized String waiting() {
        return Tenancy.call(Tenancy.Actor.hub(), () -> {
            Duration age = started ? progress.overdue(OVERDUE) : Duration.ZERO;
            inbox.releaseKnown();
            documents.release();
            obligations.markOverdue(BATCH);
            certificates.sometimes();
            inbox.settleFinished(started ? OVERDUE : Duration.ZERO);
            List<UUID> waiting = inbox.awaitingAnnouncement(age, BATCH);
            started = started || waiting.size() < BATCH;
            inbox.markAnnounced(waiting);
            return waiting.stream().map(UUID::toString).collect(Collectors.joining("\n"));
        });
    }
}
