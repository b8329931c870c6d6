package io.tradelane.routes.inbound;

import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.partner.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Interchanges that are read one by one, of each sender in turn. Nobody reads far ahead of those who process the messages: these stand
 * on the broker in their order, and there nobody overtakes.
 */
@Component
public class LongWay {
    private static final int MOST_AHEAD = 32;
    /** Then it is read anyway: of a message that another hub took, or that was lost, nothing is heard here. */
    private static final long PATIENCE_MILLIS = Duration.ofMillis(250).toMillis();
    private final Inbox inbox;
    private final FairQueue queue = new FairQueue();
    private final AtomicInteger ahead = new AtomicInteger();

    LongWay(Inbox inbox) {
        this.inbox = inbox;
    }

    /** @return as many as were given, for as many calls of {@link #next} */
    public List<String> add(List<String> interchanges) {
        if (!interchanges.isEmpty()) {
            List<UUID> ids = interchanges.stream().map(UUID::fromString).toList();
            Map<UUID, UUID> senders = Tenancy.call(Tenancy.Actor.hub(), () -> inbox.senders(ids));
            queue.add(ids, senders);
        }
        return interchanges;
    }

    /** @return the next one's id; null: it was in the queue twice */
    public @Nullable String next() throws InterruptedException {
        awaitWorkers();
        List<UUID> next = queue.take(1);
        return next.isEmpty() ? null : next.getFirst().toString();
    }

    private synchronized void awaitWorkers() throws InterruptedException {
        if (ahead.get() >= MOST_AHEAD) {
            wait(PATIENCE_MILLIS);
        }
    }

    /** A message is handed over. */
    public void handedOver() {
        ahead.incrementAndGet();
    }

    /** One has its verdict. */
    public synchronized void processed() {
        ahead.updateAndGet(now -> Math.max(0, now - 1));
        notify();
    }
}
