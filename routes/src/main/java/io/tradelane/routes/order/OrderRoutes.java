package io.tradelane.routes.order;

import io.tradelane.routes.failure.FailurePolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** A buyer's order and its changes, and the supplier's answer to them. */
@Component
class OrderRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:applyOrder").routeId("apply-order")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(OrderProcess.class, "placeOrder");

        from("direct:applyOrderResponse").routeId("apply-order-response")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(OrderProcess.class, "applyResponse");

        from("direct:applyOrderChange").routeId("apply-order-change")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(OrderProcess.class, "applyChange");
    }
}
