package io.tradelane.portal.partner;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.exchange.Timeline;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.exchange.traffic.Breaker;
import io.tradelane.trading.exchange.traffic.Breakers;
import io.tradelane.trading.exchange.traffic.Hold;
import io.tradelane.trading.exchange.traffic.Holds;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Direction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How connections that send fare: what waits for them, and what holds it up. */
@Component
class Sending {
    private static final int SHOWN = 20;
    private final Channels channels;
    private final Breakers breakers;
    private final Holds holds;
    private final Outbox outbox;
    private final Timeline timeline;

    Sending(Channels channels, Breakers breakers, Holds holds, Outbox outbox, Timeline timeline) {
        this.channels = channels;
        this.breakers = breakers;
        this.holds = holds;
        this.outbox = outbox;
        this.timeline = timeline;
    }

    /** @param first those that wait in front */
    record View(
            Channel channel, @Nullable Breaker breaker, @Nullable Hold hold, Outbox.@Nullable Queue queue, List<OutboxItem> first,
            List<Timeline.Entry> lines) {}

    /** On the board. */
    record Board(Map<UUID, Hold> holds, Map<UUID, Outbox.Queue> queues) {}

    Board board(List<Channel> shown) {
        Map<UUID, UUID> sending = shown.stream().filter(channel -> channel.direction() == Direction.OUTBOUND)
                .collect(Collectors.toMap(Channel::id, Channel::organisation));
        return new Board(holds.of(sending), outbox.queues());
    }

    View of(Channel channel) {
        UUID id = channel.id();
        return new View(channel, breakers.find(id).orElse(null), holds.of(channel.organisation(), id).orElse(null), outbox.queues().get(id),
                outbox.waiting(id, SHOWN), timeline.of(List.of(new Timeline.Subject(Breakers.ENTITY, id))));
    }

    /** A channel of the caller's that sends. */
    Channel own(UUID id) {
        Caller caller = Caller.current();
        return NotFound.orElse404(channels.find(id).filter(channel -> !channel.deleted() && channel.direction() == Direction.OUTBOUND
                && (caller.isOperator() || caller.isSelf(channel.organisation()))));
    }
}
