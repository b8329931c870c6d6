package io.tradelane.routes.despatch;

import io.tradelane.routes.failure.FailurePolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Goods on their way, and what of them arrived. */
@Component
class DespatchRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:applyDespatchAdvice").routeId("apply-despatch-advice")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(DespatchProcess.class, "applyAdvice");

        from("direct:applyReceiptAdvice").routeId("apply-receipt-advice")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(DespatchProcess.class, "applyReceipt");

        from("direct:applyTransportStatus").routeId("apply-transport-status")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(DespatchProcess.class, "applyStatus");
    }
}
