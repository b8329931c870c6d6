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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what is due out of the outbox, by lane. */
@Component
public class Dispatcher {
    static final Duration LEASE = Duration.ofSeconds(45);
    private static final int BATCH = 200;

    private final Outbox outbox;
    private final Rests rests;

    Dispatcher(Outbox outbox, Rests rests) {
        this.outbox = outbox;
        this.rests = rests;
    }

    private record Lane(UUID from, UUID to, @Nullable UUID channel) {}

    /** One parcel for each lane, in the order of the outbox. */
    public List<Parcel> claim() {
        return Tenancy.call(Tenancy.Actor.hub(), () -> {
            outbox.gather();
            List<OutboxItem> due = outbox.claimBatch(BATCH, LEASE, rests.resting());
            if (!due.isEmpty()) {
                CrashPoint.reach("claimed");
            }
            return due.stream()
                    .collect(Collectors.groupingBy(item -> new Lane(item.from(), item.to(), item.channel()), LinkedHashMap::new, Collectors.toList()))
                    .entrySet().stream()
                    .map(entry -> new Parcel(entry.getValue()))
                    .toList();
        });
    }

    /** What goes one after the other. */
    public record Parcel(List<OutboxItem> items) {}
}
