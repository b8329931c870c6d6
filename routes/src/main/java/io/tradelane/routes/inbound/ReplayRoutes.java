package io.tradelane.routes.inbound;

import io.tradelane.routes.failure.FailurePolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What is processed or sent once more because a person said so, and what is only tried. */
@Component
class ReplayRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:replays?period={{tradelane.hub.replay-millis:1000}}&delay=1000").routeId("advance-replays")
                .bean(ReplayRunner.class, "turn");

        // As process-message, in the transaction of the trial; nothing is dispatched.
        from("direct:processTrial").routeId("process-trial")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(InboundMessages.class, "open")
                .choice()
                    .when(body().isNotNull())
                        .toD("${body.process}")
                .end();

        // The trial reads the cause from the exchange.
        from(DryRuns.GIVEN_UP).routeId("note-trial-failure")
                .setBody(constant(null));
    }
}
