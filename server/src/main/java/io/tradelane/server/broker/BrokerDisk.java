package io.tradelane.server.broker;

import io.tradelane.server.home.Home;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.NewIncident;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Says when the embedded broker takes nothing new, because too little of its disk is free: in the health, in the log, and by an incident
 * that closes itself. What doors take in is stored all the same and waits.
 */
final class BrokerDisk implements HealthIndicator, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerDisk.class);
    private static final long SECONDS = 10;
    private final EmbeddedBroker broker;
    private final Incidents incidents;
    private final Path folder;
    private final int maxUsage;
    private volatile ScheduledExecutorService executor = executor();
    private volatile boolean running;
    private boolean known;
    private boolean full;

    BrokerDisk(EmbeddedBroker broker, Incidents incidents, Home home, BrokerSettings settings) {
        this.broker = broker;
        this.incidents = incidents;
        this.folder = home.artemis();
        this.maxUsage = settings.maxDiskUsage();
    }

    private static ScheduledExecutorService executor() {
        return Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("broker-disk").daemon().factory());
    }

    @Override
    public Health health() {
        return (broker.isDiskFull() ? Health.down() : Health.up()).withDetail("maxDiskUsage", maxUsage).build();
    }

    void look() {
        boolean now = broker.isDiskFull();
        if (known && now == full) {
            return;
        }
        String subject = subject();
        try {
            if (now) {
                LOG.error("The broker takes nothing new: more than {} % of the disk with {} is used. Free space; it goes on by itself", maxUsage, folder);
                Tenancy.run(Actor.hub(), () -> incidents.raise(new NewIncident(Cause.BROKER_DISK_FULL, null, null, null,
                        Map.of("subject", subject, "percent", Integer.toString(maxUsage)), folder.toString())));
            } else {
                Tenancy.run(Actor.hub(), () -> incidents.settle(Cause.BROKER_DISK_FULL, subject::equals));
            }
            known = true;
            full = now;
        } catch (RuntimeException databaseAway) {
            LOG.warn("That the disk of the broker is {} cannot be told now", now ? "full" : "free again", databaseAway);
        }
    }

    /** The machine: each hub has a broker of its own. */
    private static String subject() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    @Override
    public void start() {
        if (executor.isShutdown()) {
            executor = executor();
        }
        executor.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
