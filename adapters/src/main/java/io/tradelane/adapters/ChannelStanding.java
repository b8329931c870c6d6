package io.tradelane.adapters;

import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows on the board how an open channel fares with its partner: only a change is written. */
@Component
public class ChannelStanding {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelStanding.class);
    private static final String WELL = "";
    private static final int LONGEST = 500;

    private final Channels channels;
    private final Map<UUID, String> told = new ConcurrentHashMap<>();

    ChannelStanding(Channels channels) {
        this.channels = channels;
    }

    public void working(Channel channel) {
        if (isNew(channel, WELL)) {
            tell(channel, null);
        }
    }

    /** @param problem for people; the same one again is not told again */
    public void failing(Channel channel, String problem) {
        String shown = problem.length() <= LONGEST ? problem : problem.substring(0, LONGEST);
        if (isNew(channel, shown)) {
            LOG.warn("Channel {}: {}", channel.name(), shown);
            tell(channel, shown);
        }
    }

    /** A channel that was changed is opened anew, and its page then says that it works. */
    private boolean isNew(Channel channel, String text) {
        String now = channel.revision() + " " + text;
        return !now.equals(told.put(channel.id(), now));
    }

    private void tell(Channel channel, @Nullable String problem) {
        try {
            Tenancy.run(Actor.hub(), () -> channels.stands(channel, problem));
        } catch (RuntimeException databaseAway) {
            told.remove(channel.id());
            LOG.warn("How channel {} stands cannot be written now: {}", channel.name(), databaseAway.getMessage());
        }
    }
}
