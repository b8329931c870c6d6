package io.tradelane.adapters;

import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.shared.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stands for the table of channels. */
public final class ChannelRows {
    public static final UUID ORGANISATION = Ids.next();
    private final Map<UUID, Channel> rows = new java.util.concurrent.ConcurrentHashMap<>();
    private long revision;

    public Channel add(String door, Direction direction, Map<String, String> parameters) {
        return add(door, direction, parameters, Map.of());
    }

    public synchronized Channel add(String door, Direction direction, Map<String, String> parameters, Map<String, String> secrets) {
        var channel = new Channel(Ids.next(), ORGANISATION, door + " " + direction + " " + rows.size(), door, direction, parameters,
                secrets, true, false, 1, ++revision);
        rows.put(channel.id(), channel);
        return channel;
    }

    public synchronized Channel change(Channel channel, Map<String, String> parameters, boolean enabled) {
        var changed = new Channel(channel.id(), channel.organisation(), channel.name(), channel.door(), channel.direction(), parameters,
                channel.secrets(), enabled, false, channel.version() + 1, ++revision);
        rows.put(changed.id(), changed);
        return changed;
    }

    public synchronized void deleteAll() {
        for (Channel c : new ArrayList<>(rows.values())) {
            rows.put(c.id(), new Channel(c.id(), c.organisation(), c.name(), c.door(), c.direction(), c.parameters(), c.secrets(), false,
                    true, c.version() + 1, ++revision));
        }
    }

    synchronized List<Channel> changedSince(long since) {
        return rows.values().stream().filter(c -> c.revision() > since).sorted(Comparator.comparingLong(Channel::revision)).toList();
    }
}
