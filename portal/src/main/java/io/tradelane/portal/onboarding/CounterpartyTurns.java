package io.tradelane.portal.onboarding;

import io.tradelane.trading.partner.Onboardings;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets the counterparty's twin answer by itself what a partner tries, a step of each deal a turn, so that each document can be looked at
 * before the next one comes. Of several processes one does it for a company at a time.
 */
@Component
class CounterpartyTurns implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CounterpartyTurns.class);
    private static final long SECONDS = 5;
    /** Who has sent nothing for so long tries nothing now; its next document goes on where it was. */
    private static final Duration LATELY = Duration.ofHours(1);
    private final Onboardings onboardings;
    private final Counterparty counterparty;
    private volatile ScheduledExecutorService executor = executor();
    private volatile boolean running;

    CounterpartyTurns(Onboardings onboardings, Counterparty counterparty) {
        this.onboardings = onboardings;
        this.counterparty = counterparty;
    }

    private static ScheduledExecutorService executor() {
        return Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("sandbox-answers").daemon().factory());
    }

    private void run() {
        try {
            Tenancy.call(Actor.hub(), () -> onboardings.active(LATELY)).forEach(this::turn);
        } catch (RuntimeException failure) {
            LOG.warn("the counterparties of the sandbox have to wait", failure);
        }
    }

    private void turn(UUID id) {
        Tenancy.call(Actor.hub(), () -> onboardings.take(id)).ifPresent(onboarding -> {
            try {
                counterparty.actUnasked(onboarding);
            } catch (RuntimeException failure) {
                LOG.warn("the counterparty in the sandbox of {} could not answer", id, failure);
            } finally {
                Tenancy.run(Actor.hub(), () -> onboardings.give(id));
            }
        });
    }

    @Override
    public void start() {
        if (executor.isShutdown()) {
            executor = executor();
        }
        executor.scheduleWithFixedDelay(this::run, SECONDS, SECONDS, TimeUnit.SECONDS);
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
