package io.tradelane.trading.exchange.traffic;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.tradelane.trading.exchange.traffic.Busy.Reason;
import io.tradelane.trading.exchange.traffic.MaintenanceWindow.Inbound;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.TransientFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets partners' documents pass, in and out, as their limits and maintenance windows say. */
@Component
public class Traffic {
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private final PartnerLimits limits;
    private final MaintenanceWindows windows;
    private final RateBuckets buckets;
    private final Clock clock;
    private final Map<UUID, AtomicInteger> entering = new ConcurrentHashMap<>();
    /** Until when, in nanoseconds, who was over its rate is refused without asking the database: it may go on sending, and costs little. */
    private final Map<UUID, Long> overRate = new ConcurrentHashMap<>();

    Traffic(PartnerLimits limits, MaintenanceWindows windows, RateBuckets buckets, Clock clock) {
        this.limits = limits;
        this.windows = windows;
        this.buckets = buckets;
        this.clock = clock;
    }

    /** Held while an interchange is taken in. */
    public interface Permit extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * For an interchange that is about to be stored; it counts as one document.
     *
     * @throws Busy when the partner has to wait; nothing is counted then
     */
    public Permit enter(UUID organisation, @Nullable UUID channel) {
        refuseInMaintenance(organisation, channel);
        refuseOverRate(organisation);
        Limits own = limits.of(organisation);
        AtomicInteger now = entering.computeIfAbsent(organisation, id -> new AtomicInteger());
        if (now.incrementAndGet() > own.inAtOnce()) {
            now.decrementAndGet();
            throw new Busy(Reason.AT_ONCE, MOMENT);
        }
        try {
            takeToken(buckets.of(organisation, Direction.INBOUND, own.inPerMinute()));
        } catch (Busy busy) {
            now.decrementAndGet();
            overRate.put(organisation, System.nanoTime() + Math.min(busy.retryAfter().toNanos(), MOMENT.toNanos()));
            throw busy;
        } catch (RuntimeException failed) {
            now.decrementAndGet();
            throw failed;
        }
        return now::decrementAndGet;
    }

    private void refuseOverRate(UUID organisation) {
        Long until = overRate.get(organisation);
        if (until == null) {
            return;
        }
        long left = until - System.nanoTime();
        if (left > 0) {
            throw new Busy(Reason.RATE, Duration.ofNanos(left));
        }
        overRate.remove(organisation, until);
    }

    /**
     * Before something is fetched or read that would have to wait anyway. Counts nothing.
     *
     * @throws Busy when the partner has to wait
     */
    public void check(UUID organisation, @Nullable UUID channel) {
        refuseInMaintenance(organisation, channel);
        Bucket bucket = buckets.of(organisation, Direction.INBOUND, limits.of(organisation).inPerMinute());
        var estimate = counted(() -> bucket.estimateAbilityToConsume(1));
        if (!estimate.canBeConsumed()) {
            throw new Busy(Reason.RATE, Duration.ofNanos(estimate.getNanosToWaitForRefill()));
        }
    }

    /** An interchange was found to hold more than one document: the others count too, and what comes next waits for them. */
    public void found(UUID organisation, int documents) {
        if (documents > 1) {
            Bucket bucket = buckets.of(organisation, Direction.INBOUND, limits.of(organisation).inPerMinute());
            counted(() -> bucket.consumeIgnoringRateLimits(documents - 1));
        }
    }

    /** One document more to the partner. @return how long to wait for it; empty: it may go */
    public Optional<Duration> leave(UUID organisation) {
        Bucket bucket = buckets.of(organisation, Direction.OUTBOUND, limits.of(organisation).outPerMinute());
        ConsumptionProbe probe = counted(() -> bucket.tryConsumeAndReturnRemaining(1));
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private void refuseInMaintenance(UUID organisation, @Nullable UUID channel) {
        Instant now = clock.instant();
        windows.closed(now).stream()
                .filter(closed -> closed.window().inbound() == Inbound.REFUSE && closed.holds(organisation, channel))
                .findFirst()
                .ifPresent(closed -> {
                    throw new Busy(Reason.MAINTENANCE, Duration.between(now, closed.until()));
                });
    }

    private static void takeToken(Bucket bucket) {
        ConsumptionProbe probe = counted(() -> bucket.tryConsumeAndReturnRemaining(1));
        if (!probe.isConsumed()) {
            throw new Busy(Reason.RATE, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static <T> T counted(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException databaseAway) {
            throw new TransientFailure("Documents cannot be counted now", databaseAway);
        }
    }
}
