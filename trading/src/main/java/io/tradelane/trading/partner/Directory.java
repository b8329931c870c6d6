package io.tradelane.trading.partner;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers what was found, not what was missing, for a few seconds: every document asks several times for the same few
 * organisations. The time is for changes by hand and by other hubs.
 * A transaction that writes sees its own rows and leaves nothing behind that might roll back.
 *
 * @param <K> what is asked for
 * @param <V> what is found
 */
final class Directory<K, V> {
    private static final int MOST = 10_000;
    private final Map<K, Known<V>> known = new ConcurrentHashMap<>();
    /** So that nobody keeps what was looked up before something was written. */
    private final AtomicInteger writes = new AtomicInteger();
    private final long nanos;

    Directory(Duration keep) {
        this.nanos = keep.toNanos();
    }

    private record Known<V>(V value, long until) {}

    Optional<V> find(K key, Supplier<Optional<V>> lookup) {
        Known<V> found = TransactionSynchronizationManager.hasResource(this) ? null : known.get(key);
        if (found != null && found.until() - System.nanoTime() > 0) {
            return Optional.of(found.value());
        }
        int before = writes.get();
        Optional<V> value = lookup.get();
        if (value.isPresent() && before == writes.get() && !TransactionSynchronizationManager.hasResource(this)) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, new Known<>(value.get(), System.nanoTime() + nanos));
        }
        return value;
    }

    /** The current transaction writes here: forgets everything now and when it ends. */
    void written() {
        forget();
        if (TransactionSynchronizationManager.isSynchronizationActive() && !TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResource(Directory.this);
                    forget();
                }
            });
        }
    }

    private void forget() {
        writes.incrementAndGet();
        known.clear();
    }
}
