package io.tradelane.routes.sourcing;

import io.tradelane.routes.failure.FailurePolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What would it cost, and what it would. */
@Component
class SourcingRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:applyRequestForQuotation").routeId("apply-request-for-quotation")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(SourcingProcess.class, "applyRequest");

        from("direct:applyQuotation").routeId("apply-quotation")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(SourcingProcess.class, "applyQuotation");

        from("timer:bidding?period={{tradelane.hub.sweep-millis:2000}}&delay=0").routeId("end-bidding")
                .bean(SourcingProcess.class, "endBidding");

        from("timer:contracts?period=60000&delay=0").routeId("turn-contracts")
                .bean(SourcingProcess.class, "turnContracts");

        from("timer:approvals?period=60000&delay=0").routeId("escalate-approvals")
                .bean(SourcingProcess.class, "escalateApprovals");
    }
}
