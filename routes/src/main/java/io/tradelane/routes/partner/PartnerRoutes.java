package io.tradelane.routes.partner;

import io.tradelane.routes.failure.FailurePolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What partners say about companies, for somebody to accept. */
@Component
class PartnerRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:proposePartyChanges").routeId("propose-party-changes")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(PartnerProcess.class, "propose");
    }
}
