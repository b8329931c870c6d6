package io.tradelane.adapters;

import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The channels that are open at this moment. A door looks up here whom it is talking to. */
@Component
public class RunningChannels {
    private final Map<UUID, Channel> channels = new ConcurrentHashMap<>();
    private final Map<UUID, Channel> closed = new ConcurrentHashMap<>();

    public Optional<Channel> find(UUID id) {
        return Optional.ofNullable(channels.get(id));
    }

    public List<Channel> of(String door, Direction direction) {
        return channels.values().stream().filter(c -> c.door().equals(door) && c.direction() == direction).toList();
    }

    public void opened(Channel channel) {
        channels.put(channel.id(), channel);
    }

    public void closed(UUID id) {
        channels.remove(id);
        closed.remove(id);
    }

    /** A channel that stands but is switched off, or cannot be opened. */
    void shut(Channel channel) {
        closed.put(channel.id(), channel);
    }

    /**
     * The channel of an organisation at a door that all share. An organisation that has none uses the door with its defaults.
     *
     * @throws ChannelClosed when all that it has are switched off
     */
    public Optional<Channel> inbound(String door, UUID organisation) {
        Optional<Channel> open = of(door, Direction.INBOUND).stream().filter(c -> c.organisation().equals(organisation)).findFirst();
        if (open.isEmpty() && closed.values().stream().anyMatch(c -> c.door().equals(door)
                && c.direction() == Direction.INBOUND && c.organisation().equals(organisation))) {
            throw new ChannelClosed();
        }
        return open;
    }
}
