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
    }
}
