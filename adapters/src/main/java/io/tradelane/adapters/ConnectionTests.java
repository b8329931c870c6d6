package io.tradelane.adapters;

import io.tradelane.adapters.ConnectionSteps.Step;
import io.tradelane.trading.partner.Channel;
import io.tradelane.trading.partner.ChannelTest;
import io.tradelane.trading.partner.ChannelTests;
import io.tradelane.trading.partner.Channels;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Does the tests of connections that people ask for, two at a time; a channel that is switched off can be tested too. */
@Component
public class ConnectionTests {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionTests.class);
    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final int AT_A_TIME = 2;

    private final ChannelTests tests;
    private final Channels channels;
    private final Map<String, ConnectionTest> doors;
    private volatile @Nullable ScheduledExecutorService workers;

    ConnectionTests(ChannelTests tests, Channels channels, List<ConnectionTest> doors) {
        this.tests = tests;
        this.channels = channels;
        this.doors = doors.stream().collect(Collectors.toMap(ConnectionTest::door, Function.identity()));
    }

    @EventListener(ApplicationStartedEvent.class)
    void start() {
        ScheduledExecutorService every = Executors.newScheduledThreadPool(AT_A_TIME, Thread.ofPlatform().name("connection-test").daemon().factory());
        for (int i = 0; i < AT_A_TIME; i++) {
            every.scheduleWithFixedDelay(this::doOneQuietly, 1, 1, TimeUnit.SECONDS);
        }
        workers = every;
    }

    private void doOneQuietly() {
        try {
            doOne();
        } catch (RuntimeException databaseAway) {
            LOG.warn("Tests of connections cannot be done now: {}", databaseAway.getMessage());
        }
    }

    /** @return whether there was one */
    boolean doOne() {
        Optional<ChannelTest> asked = Tenancy.call(Actor.hub(), () -> tests.take(YOUNG));
        asked.ifPresent(test -> {
            Optional<Channel> channel = Tenancy.call(Actor.hub(), () -> channels.find(test.channel()));
            var steps = new ConnectionSteps();
            channel.ifPresent(found -> tryIt(found, steps));
            List<ChannelTest.Step> told = steps.results().stream().map(r -> new ChannelTest.Step(r.step().name(), r.good(), r.detail())).toList();
            Tenancy.run(Actor.hub(), () -> tests.finish(test.id(), told));
        });
        return asked.isPresent();
    }

    private void tryIt(Channel channel, ConnectionSteps steps) {
        ConnectionTest door = doors.get(channel.door());
        if (door == null) {
            return;
        }
        try {
            door.test(channel, steps);
        } catch (RuntimeException wrong) {
            LOG.warn("The test of {} broke off", channel.name(), wrong);
            steps.failed(steps.results().isEmpty() ? Step.RESOLVED : steps.results().getLast().step(), wrong.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        ScheduledExecutorService every = workers;
        workers = null;
        if (every != null) {
            every.shutdownNow();
        }
    }
}
