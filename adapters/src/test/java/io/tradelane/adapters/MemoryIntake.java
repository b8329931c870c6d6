package io.tradelane.adapters;

import io.tradelane.adapters.as2.message.Digest;
import io.tradelane.trading.exchange.Receipt;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.exchange.traffic.Busy;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.TransientFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Keeps arrivals in memory, with the inbox's rule for repeats. */
public final class MemoryIntake implements Intake {
    public final List<Stored> stored = new CopyOnWriteArrayList<>();
    public final List<String> refused = new CopyOnWriteArrayList<>();
    public final Map<UUID, byte[]> evidence = new HashMap<>();
    public final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    public record Stored(UUID id, Reception reception, byte[] bytes) {}

    @Override
    public synchronized Receipt take(Arrival arrival) throws IOException {
        if (failure.get() instanceof Busy busy) {
            throw busy;
        }
        byte[] bytes = new LimitedStream(arrival.bytes(), arrival.maxBytes()).readAllBytes();
        RuntimeException failing = failure.get();
        if (failing != null) {
            throw failing;
        }
        Reception reception = arrival.reception();
        for (Stored earlier : stored) {
            if (reception.transportMessageId() != null && reception.transportMessageId().equals(earlier.reception.transportMessageId())
                    && reception.door().equals(earlier.reception.door())) {
                return new Receipt(earlier.id, true);
            }
        }
        var now = new Stored(Ids.next(), reception, bytes);
        stored.add(now);
        if (arrival.evidence() != null) {
            evidence.put(now.id, arrival.evidence().bytes());
        }
        return new Receipt(now.id, false);
    }

    @Override
    public void check(Channel channel) {
        if (failure.get() instanceof Busy busy) {
            throw busy;
        }
    }

    @Override
    public void refused(Channel channel, String file, String reason, String detail) {
        refused.add(file + ": " + reason);
    }

    @Override
    public void messageRefused(Channel channel, String id, String reason, String detail) {
        refused.add(id + ": " + reason);
    }

    @Override
    public Kept kept(UUID interchange) {
        Stored first = stored.stream().filter(s -> s.id.equals(interchange)).findFirst().orElseThrow();
        return new Kept(first.reception.properties(), Digest.SHA_256.over(first.bytes).value());
    }

    public Stored last() {
        return stored.getLast();
    }

    /** The partner has to wait, as over its limit. */
    public void partnerHasToWait(boolean waits) {
        failure.set(waits ? new Busy(Busy.Reason.RATE, Duration.ofSeconds(17)) : null);
    }

    public void databaseIsAway(boolean away) {
        failure.set(away ? new TransientFailure("the database does not answer") : null);
    }
}
