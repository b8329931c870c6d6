package io.tradelane.routes.outbound;

import io.tradelane.adapters.ChannelNotOpen;
import io.tradelane.adapters.DeliveryReceipt;
import io.tradelane.adapters.Transmitter;
import io.tradelane.routes.order.OrderTransmission;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.exchange.traffic.Breaker;
import io.tradelane.trading.exchange.traffic.Breakers;
import io.tradelane.trading.exchange.traffic.Traffic;
import io.tradelane.trading.order.OrderStatus.Transmission;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.TransientFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Sends what a partner is to get, one after the other. Bytes, control reference and transport message id are fixed
 * before the first try, so that a repeat is the same to the byte.
 */
@Component
public class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int MOST_ATTEMPTS = 40;
    /** A partner may be away for a day. */
    private static final Duration GIVE_UP_AFTER = Duration.ofHours(36);

    private final Outbox outbox;
    private final Transmissions transmissions;
    private final Channels channels;
    private final Renderer renderer;
    private final OrderTransmission orders;
    private final DeliveryRecord record;
    private final Transmitter transmitter;
    private final Breakers breakers;
    private final Traffic traffic;
    private final Rests rests;
    private final Clock clock;

    Delivery(
            Outbox outbox,
            Transmissions transmissions,
            Channels channels,
            Renderer renderer,
            OrderTransmission orders,
            DeliveryRecord record,
            Transmitter transmitter,
            Breakers breakers,
            Traffic traffic,
            Rests rests,
            Clock clock) {
        this.outbox = outbox;
        this.transmissions = transmissions;
        this.channels = channels;
        this.renderer = renderer;
        this.orders = orders;
        this.record = record;
        this.transmitter = transmitter;
        this.breakers = breakers;
        this.traffic = traffic;
        this.rests = rests;
        this.clock = clock;
    }

    public void deliver(Dispatcher.Parcel parcel) {
        Tenancy.run(Tenancy.Actor.hub(), () -> {
            List<OutboxItem> items = parcel.items();
            for (int i = 0; i < items.size(); i++) {
                boolean later = mustRest(items.get(i));
                if (later || !sendOne(items.get(i))) {
                    outbox.release(items.subList(later ? i : i + 1, items.size()).stream().map(OutboxItem::id).toList());
                    return;
                }
            }
        });
    }

    private boolean mustRest(OutboxItem item) {
        Optional<Duration> wait = item.channel() == null ? Optional.empty() : traffic.leave(item.to());
        wait.ifPresent(pause -> rests.rest(item.to(), pause));
        return wait.isPresent();
    }

    /** @return whether what comes behind may go */
    private boolean sendOne(OutboxItem item) {
        MDC.put("cause", Objects.toString(item.causeInterchange(), null));
        try {
            return trySending(item);
        } finally {
            MDC.remove("cause");
            MDC.remove("interchange");
        }
    }

    private boolean trySending(OutboxItem item) {
        try {
            Interchange interchange = outbox.render(item.id(), renderer);
            CrashPoint.reach("rendered");
            MDC.put("interchange", interchange.id().toString());
            return send(item, interchange);
        } catch (TransientFailure | TransientDataAccessException failure) {
            tryLater(item, failure, next(item.attempts()));
            return false;
        } catch (RuntimeException failure) {
            if (outbox.dissolve(item.id())) {
                LOG.warn("{} {} and what was to go with it go each alone: {}", item.type(), item.id(), failure.toString());
                outbox.release(List.of(item.id()));
                return true;
            }
            LOG.error("Cannot send {} {}", item.type(), item.id(), failure);
            outbox.markFailed(item.id(), failure.toString(), null);
            orders.reached(item, Transmission.FAILED, null);
            return true;
        }
    }

    private void tryLater(OutboxItem item, RuntimeException failure, Instant next) {
        boolean last = item.attempts() + 1 >= MOST_ATTEMPTS && item.createdAt().plus(GIVE_UP_AFTER).isBefore(clock.instant());
        LOG.warn("Sending {} {} failed at try {}: {}", item.type(), item.id(), item.attempts() + 1, failure.getMessage());
        outbox.markFailed(item.id(), String.valueOf(failure.getMessage()), last ? null : next);
    }

    private boolean send(OutboxItem item, Interchange interchange) {
        UUID channelId = interchange.channel();
        if (channelId == null) {
            outbox.markSent(item.id(), "mailbox");
            return true;
        }
        Channel channel = channels.find(channelId).orElseThrow(() -> new IllegalStateException("channel " + channelId + " is gone"));
        if (!channel.enabled()) {
            throw new TransientFailure("channel " + channel.name() + " is stopped");
        }
        DeliveryReceipt receipt;
        try {
            receipt = transmitter.send(channelId, transmissions.of(interchange));
        } catch (ChannelNotOpen closed) {
            tryLater(item, closed, next(item.attempts()));
            return false;
        } catch (TransientFailure away) {
            Instant probe = breakers.failed(channel, String.valueOf(away.getMessage())).map(Breaker::probeAt).orElse(null);
            tryLater(item, away, probe == null ? next(item.attempts()) : probe);
            return false;
        }
        CrashPoint.reach("sent");
        CrashPoint.reach(channel.door() + ".sent");
        try {
            record.record(item, receipt, channel);
        } catch (TransientDataAccessException | CannotCreateTransactionException lost) {
            LOG.warn("Sent {} {}, which cannot be written down now: it goes again when its lease is over", item.type(), item.id(), lost);
            return false;
        }
        CrashPoint.reach("recorded");
        LOG.info("Sent {} {} by {}", item.type(), item.document().number(), channel.name());
        return true;
    }

    private Instant next(int attempts) {
        long factor = 1L << Math.min(attempts, 20);
        Duration pause = FIRST_PAUSE.multipliedBy(factor);
        return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}
