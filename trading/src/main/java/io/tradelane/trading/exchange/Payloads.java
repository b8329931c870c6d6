package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Bytes as they were sent, written once. Up to 256 KB stand in one row, more in chunks of 256 KB. */
@Service
public class Payloads {
    private final PayloadRepository repository;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Payloads(PayloadRepository repository, PlatformTransactionManager transactions, Clock clock) {
        this.repository = repository;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Stores the bytes for the current actor's organisation in the caller's transaction, or in one of its own.
     *
     * @param limit in bytes
     * @throws PayloadTooLarge if there is more
     * @throws IOException if the source fails; nothing is stored then
     */
    public UUID store(InputStream bytes, String mediaType, long limit) throws IOException {
        UUID id = Ids.next();
        try (Spool spool = Spool.of(bytes, limit)) {
            transaction.executeWithoutResult(status -> {
                try {
                    repository.insert(id, Tenancy.current().organisation(), mediaType, spool, SqlValues.at(clock.instant()));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
        return id;
    }

    /**
     * The bytes, read chunk by chunk as they are asked for, each in a transaction of its own under the actor of this call
     * (in the caller's, while there is one).
     *
     * @throws NoSuchElementException if there is no such payload, or none the actor may see, or it is deleted
     */
    public InputStream open(UUID payload) {
        Actor actor = Tenancy.current();
        PayloadRepository.Stored stored = read(actor, () -> repository.find(payload).orElseThrow(() -> missing(payload)));
        if (stored.deleted()) {
            throw new NoSuchElementException("payload " + payload + " is deleted");
        }
        if (stored.content() != null) {
            return new ByteArrayInputStream(stored.content());
        }
        return new ChunkStream(stored.size(), seq -> read(actor, () -> stored.archived() ? repository.archived(payload, seq) : repository.chunk(payload, seq)));
    }

    /** Whether its bytes are deleted, because their retention is over. */
    public boolean deleted(UUID payload) {
        return read(Tenancy.current(), () -> repository.find(payload).map(PayloadRepository.Stored::deleted).orElse(false));
    }

    /** @throws NoSuchElementException if there is no such payload, or none the actor may see */
    public byte[] sha256(UUID payload) {
        return read(Tenancy.current(), () -> repository.sha256(payload).orElseThrow(() -> missing(payload)));
    }

    private <T> T read(Actor actor, Supplier<T> query) {
        return Tenancy.call(actor, () -> transaction.execute(status -> query.get()));
    }

    private static NoSuchElementException missing(UUID payload) {
        return new NoSuchElementException("no payload " + payload);
    }
}
