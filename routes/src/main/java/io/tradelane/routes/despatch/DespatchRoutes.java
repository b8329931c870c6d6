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

        from("direct:applyTransportInstruction").routeId("apply-transport-instruction")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(TransportProcess.class, "applyInstruction");

        from("direct:applyTransportResponse").routeId("apply-transport-response")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(TransportProcess.class, "applyResponse");

        from("direct:applyTransportStatus").routeId("apply-transport-status")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(DespatchProcess.class, "applyStatus");
    }
}
