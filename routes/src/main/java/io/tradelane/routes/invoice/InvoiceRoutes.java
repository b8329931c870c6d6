package io.tradelane.routes.invoice;

import io.tradelane.routes.failure.FailurePolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** A supplier's invoice or credit note, and the buyer's answer. */
@Component
class InvoiceRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:applyInvoice").routeId("apply-invoice")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(InvoiceProcess.class, "applyInvoice");

        from("direct:applyInvoiceResponse").routeId("apply-invoice-response")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(InvoiceProcess.class, "applyResponse");
    }
}
