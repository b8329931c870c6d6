package io.tradelane.server.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Says DOWN when accepted work waits too long, and publishes the numbers behind it. */
@Component("backlogHealthIndicator")
class BacklogHealth extends AbstractHealthIndicator implements MeterBinder {

    private final Backlog backlog;
    private final OperationsSettings settings;

    BacklogHealth(Backlog backlog, OperationsSettings settings) {
        super("the backlog cannot be read");
        this.backlog = backlog;
        this.settings = settings;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Backlog.Reading reading = backlog.read();
        builder.status(reading.oldest().compareTo(settings.backlogAge()) > 0 ? "DOWN" : "UP")
                .withDetail("inbound", reading.inbound().count())
                .withDetail("outbound", reading.outbound().count())
                .withDetail("oldestSeconds", reading.oldest().toSeconds());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "tradelane.backlog.inbound",
                "interchanges received and not yet processed",
                b -> b.inbound().count());
        gauge(
                registry,
                "tradelane.backlog.outbound",
                "outgoing documents due and not yet sent",
                b -> b.outbound().count());
        Gauge.builder(
                        "tradelane.backlog.oldest",
                        backlog,
                        b -> b.read().oldest().toMillis() / 1000.0)
                .description("how long the longest-waiting of both has been waiting")
                .baseUnit("seconds")
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry, String name, String description, ToDoubleFunction<Backlog.Reading> value) {
        Gauge.builder(name, backlog, b -> value.applyAsDouble(b.read()))
                .description(description)
                .register(registry);
    }
}
