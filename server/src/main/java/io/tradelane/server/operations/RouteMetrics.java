package io.tradelane.server.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.tradelane.server.ConditionalOnRole;
import io.tradelane.server.Role;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts and times every route. Camel's Spring Boot support does so by itself only where its own starter is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.HUB)
class RouteMetrics {

    @Bean
    MicrometerRoutePolicyFactory routeMeters(MeterRegistry registry) {
        MicrometerRoutePolicyFactory factory = new MicrometerRoutePolicyFactory();
        factory.setMeterRegistry(registry);
        return factory;
    }
}
