package io.tradelane.adapters;

import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps one running route for each channel that is enabled, made from the template of its door. It asks every second which channels
 * changed, so that a channel is added, changed and stopped without a restart, on every hub of a cluster.
 */
@Component
public class ChannelRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelRoutes.class);
    private static final long STOP_SECONDS = 10;

    private final CamelContext camel;
    private final Channels channels;
    private final RunningChannels running;
    private final Map<String, Door> doors;
    private final Map<UUID, ChannelState> states = new ConcurrentHashMap<>();
    private volatile @Nullable ScheduledExecutorService poller;
    private long revision;

    ChannelRoutes(CamelContext camel, Channels channels, RunningChannels running, List<Door> doors) {
        this.camel = camel;
        this.channels = channels;
        this.running = running;
        this.doors = doors.stream().collect(Collectors.toMap(d -> d.description().door(), Function.identity()));
    }

    static String routeId(UUID channel) {
        return "channel-" + channel;
    }

    /** Opens, reopens and closes what changed since the last call. */
    public synchronized void refresh() {
        for (Channel channel : Tenancy.call(Actor.hub(), () -> channels.changedSince(revision))) {
            apply(channel);
            revision = Math.max(revision, channel.revision());
        }
    }

    /** Where each channel stands on this hub. */
    public Map<UUID, ChannelState> states() {
        return Map.copyOf(states);
    }

    private void apply(Channel channel) {
        String problem = null;
        try {
            close(channel.id());
            if (channel.enabled() && !channel.deleted()) {
                open(channel);
            }
        } catch (Exception wrong) {
            LOG.warn("Channel {} cannot be opened: {}", channel.name(), wrong.getMessage());
            problem = String.valueOf(wrong.getMessage());
        }
        boolean open = running.find(channel.id()).isPresent();
        if (!open && !channel.deleted()) {
            running.shut(channel);
        }
        states.put(channel.id(), new ChannelState(channel.id(), open, problem));
        if (!channel.deleted()) {
            String shown = problem;
            Tenancy.run(Actor.hub(), () -> channels.stands(channel, shown));
        }
    }

    private void open(Channel channel) throws Exception {
        Door door = doors.get(channel.door());
        if (door == null) {
            throw new IllegalArgumentException("There is no door " + channel.door());
        }
        Settings.of(door.description(), channel);
        door.prepare(channel);
        running.opened(channel);
        try {
            TemplatedRouteBuilder.builder(camel, channel.door() + "-" + channel.direction().name().toLowerCase(Locale.ROOT))
                    .routeId(routeId(channel.id()))
                    .parameter("channel", channel.id().toString())
                    .parameters(door.templateParameters(channel))
                    .add();
        } catch (Exception failed) {
            close(channel.id());
            throw failed;
        }
        LOG.info("Channel {} is open", channel.name());
    }

    private void close(UUID channel) throws Exception {
        running.closed(channel);
        String id = routeId(channel);
        if (camel.getRoute(id) != null) {
            camel.getRouteController().stopRoute(id, STOP_SECONDS, TimeUnit.SECONDS);
            camel.removeRoute(id);
        }
    }

    /**
     * When the application has started, Camel has. As a lifecycle bean this one would start Camel with itself, as one of its
     * dependencies, and before Camel has been given its routes.
     */
    @EventListener(ApplicationStartedEvent.class)
    void start() {
        try {
            for (Door door : doors.values()) {
                camel.addRoutes(door.templates());
            }
        } catch (Exception broken) {
            throw new IllegalStateException("The templates of the doors cannot be added", broken);
        }
        refresh();
        ScheduledExecutorService every = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("channel-changes").daemon().factory());
        every.scheduleWithFixedDelay(this::refreshQuietly, 1, 1, TimeUnit.SECONDS);
        poller = every;
    }

    private void refreshQuietly() {
        try {
            refresh();
        } catch (RuntimeException databaseAway) {
            LOG.warn("Changes of channels cannot be read now: {}", databaseAway.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        ScheduledExecutorService every = poller;
        poller = null;
        if (every != null) {
            every.shutdownNow();
        }
    }
}
