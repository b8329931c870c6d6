package io.tradelane.routes.outbound;

import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.partner.Tenancy;
import jakarta.annotation.PreDestroy;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Sends each parcel on a thread of its own: a partner that does not answer keeps a waiting thread, which costs next to nothing, and
 * nobody else's. How many may wait for one partner is its limit, and is kept where parcels are made. What is under way stays this
 * hub's, however long it takes.
 */
@Component
public class Senders {
    private static final Logger LOG = LoggerFactory.getLogger(Senders.class);
    private static final long GOING_DOWN_SECONDS = 10;
    private final Delivery delivery;
    private final Outbox outbox;
    private final ProducerTemplate producer;
    private final Semaphore free;
    private final Set<Dispatcher.Parcel> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("send-", 0).factory());

    /** @param most parcels under way at a time, to all partners together */
    Senders(Delivery delivery, Outbox outbox, @Lazy ProducerTemplate producer, @Value("${tradelane.hub.senders:1000}") int most) {
        this.delivery = delivery;
        this.outbox = outbox;
        this.producer = producer;
        this.free = new Semaphore(most);
    }

    public void send(Dispatcher.Parcel parcel) throws InterruptedException {
        free.acquire();
        underWay.add(parcel);
        try {
            threads.execute(() -> {
                try {
                    delivery.deliver(parcel);
                } catch (RuntimeException failure) {
                    LOG.error("A parcel of {} documents could not be sent; it is claimed again when its lease is over", parcel.items().size(), failure);
                } finally {
                    done(parcel);
                }
            });
        } catch (RejectedExecutionException goingDown) {
            done(parcel);
            Tenancy.run(Tenancy.Actor.hub(), () -> outbox.release(parcel.items().stream().map(OutboxItem::id).toList()));
        }
    }

    /** What waits behind it in its lane is next. */
    private void done(Dispatcher.Parcel parcel) {
        underWay.remove(parcel);
        free.release();
        if (!threads.isShutdown()) {
            producer.sendBody("direct:dispatchOutbox", null);
        }
    }

    /** Called several times in the length of a lease. */
    public void keep() {
        List<UUID> items = underWay.stream().map(Dispatcher.Parcel::items).flatMap(Collection::stream).map(OutboxItem::id).toList();
        if (!items.isEmpty()) {
            Tenancy.run(Tenancy.Actor.hub(), () -> outbox.extend(items, Dispatcher.LEASE));
        }
    }

    @PreDestroy
    void goDown() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(GOING_DOWN_SECONDS, TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
