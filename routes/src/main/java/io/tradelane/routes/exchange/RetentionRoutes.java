package io.tradelane.routes.exchange;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Jobs over all stored bytes, a batch every few seconds, so that they keep nobody waiting. */
@Component
class RetentionRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:retention?period={{tradelane.hub.retention-millis:5000}}&delay=5000").routeId("advance-retention")
                .bean(RetentionRunner.class, "turn");
    }
}
