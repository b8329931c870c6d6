package io.tradelane.routes.acknowledgement;

import io.tradelane.routes.failure.FailurePolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What partners' systems answer to what we sent. */
@Component
class AcknowledgementRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:applySyntaxAcknowledgement").routeId("apply-syntax-acknowledgement")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(AcknowledgementProcess.class, "applySyntaxAcknowledgement");

        from("direct:applyApplicationAcknowledgement").routeId("apply-application-acknowledgement")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(AcknowledgementProcess.class, "applyApplicationAcknowledgement");
    }
}
