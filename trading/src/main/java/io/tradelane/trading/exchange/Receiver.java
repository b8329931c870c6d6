package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** First step of the inbox: bytes, interchange and first line of its journal, for all that come at one time in one statement. */
@Component
class Receiver implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Receiver.class);
    private final ReceptionRepository repository;
    private final PayloadRepository payloads;
    private final Announcements announcements;
    private final ExchangeMetrics metrics;
    private final TransactionTemplate transaction;
    private final GroupedReceipts grouped;
    private final Clock clock;
    private final long limit;

    Receiver(
            ReceptionRepository repository,
            PayloadRepository payloads,
            Announcements announcements,
            ExchangeMetrics metrics,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${tradelane.inbox.limit-bytes:209715200}") long limit) {
        this.repository = repository;
        this.payloads = payloads;
        this.announcements = announcements;
        this.metrics = metrics;
        this.transaction = new TransactionTemplate(transactions);
        this.grouped = new GroupedReceipts(group -> Tenancy.call(Actor.hub(), () -> store(group)));
        this.clock = clock;
        this.limit = limit;
    }

    Receipt receive(Reception reception, InputStream bytes, @Nullable UUID resubmissionOf) throws IOException {
        try (Spool spool = Spool.of(bytes, limit)) {
            CrashPoint.reach("before-store");
            Came came = Came.now(reception, spool, resubmissionOf, clock.instant());
            Receipt receipt = goesWithOthers(came) ? grouped.store(came) : store(List.of(came)).getFirst();
            CrashPoint.reach("after-store");
            try (var ignored = MDC.putCloseable("interchange", String.valueOf(receipt.interchange()))) {
                LOG.info("Stored {} bytes that came by {}{}", spool.size(), reception.door(), receipt.duplicateTransport() ? ", again" : "");
            }
            return receipt;
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** Not what is large, what belongs to a transaction of the caller, or what its organisation brings under its own rights. */
    private static boolean goesWithOthers(Came came) {
        return came.spool().inline() != null && came.actor().scope() == Scope.HUB
                && !TransactionSynchronizationManager.isActualTransactionActive();
    }

    private List<Receipt> store(List<Came> group) {
        return transaction.execute(status -> {
            Set<UUID> stored = repository.insert(group);
            List<Receipt> receipts = new ArrayList<>(group.size());
            for (Came came : group) {
                boolean isNew = stored.contains(came.id());
                if (isNew) {
                    insertChunks(came);
                }
                metrics.interchange(isNew ? "received" : "duplicate-transport");
                receipts.add(isNew ? new Receipt(came.id(), false) : new Receipt(repository.first(came), true));
            }
            announcements.afterCommit(receipts.stream().filter(receipt -> !receipt.duplicateTransport()).map(Receipt::interchange).toList());
            return receipts;
        });
    }

    private void insertChunks(Came came) {
        try {
            payloads.insertChunks(came.payload(), came.spool());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void destroy() {
        grouped.close();
    }
}
