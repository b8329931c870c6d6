package io.tradelane.server.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tradelane.trading.TradingConfiguration;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The engine without doors or pages, to prepare what a test needs. */
final class EngineFixture {

    private EngineFixture() {}

    static AnnotationConfigApplicationContext on(DataSource database) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(MeterRegistry.class, () -> new SimpleMeterRegistry());
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.register(TradingConfiguration.class);
        context.refresh();
        return context;
    }
}
