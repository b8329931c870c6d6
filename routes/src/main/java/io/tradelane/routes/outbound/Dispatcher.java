package io.tradelane.routes.outbound;

import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.partner.Tenancy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes what is due out of the outbox, by receiver. */
@Component
public class Dispatcher {
    static final Duration LEASE = Duration.ofSeconds(45);
    private static final int BATCH = 50;

    private final Outbox outbox;

    Dispatcher(Outbox outbox) {
        this.outbox = outbox;
    }

    /** One parcel for each receiver, in the order of the outbox. */
    public List<Parcel> claim() {
        return Tenancy.call(Tenancy.Actor.hub(), () -> {
            outbox.gather();
            List<OutboxItem> due = outbox.claimBatch(BATCH, LEASE);
            if (!due.isEmpty()) {
                CrashPoint.reach("claimed");
            }
            return due.stream()
                    .collect(Collectors.groupingBy(OutboxItem::to, LinkedHashMap::new, Collectors.toList()))
                    .entrySet().stream()
                    .map(entry -> new Parcel(entry.getKey(), entry.getValue(), System.nanoTime() + LEASE.toNanos()))
                    .toList();
        });
    }

    /** @param leasedUntil by {@link System#nanoTime()} */
    public record Parcel(UUID receiver, List<OutboxItem> items, long leasedUntil) {}
}
