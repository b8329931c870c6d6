package io.tradelane.trading.exchange.traffic;

import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A small table that every document asks about, read again after a second, and at once where it was changed. */
final class Fresh<T> {
    private static final long NANOS = Duration.ofSeconds(1).toNanos();
    private final Supplier<T> rows;
    private final TransactionTemplate reading;
    private volatile @Nullable Read<T> last;

    Fresh(PlatformTransactionManager transactions, Supplier<T> rows) {
        this.rows = rows;
        this.reading = new TransactionTemplate(transactions);
    }

    private record Read<T>(T value, long at) {}

    T get() {
        Read<T> known = last;
        if (known != null && System.nanoTime() - known.at < NANOS) {
            return known.value;
        }
        return read(known);
    }

    /** One reads, the others go by what was known. */
    private T read(@Nullable Read<T> known) {
        if (known != null) {
            last = new Read<>(known.value, System.nanoTime());
        }
        T value = Tenancy.call(Actor.hub(), () -> reading.execute(status -> rows.get()));
        last = new Read<>(value, System.nanoTime());
        return value;
    }

    /** The current transaction changes it. */
    void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            last = null;
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                last = null;
            }
        });
    }
}
