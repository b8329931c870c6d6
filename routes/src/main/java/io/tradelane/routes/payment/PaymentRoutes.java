package io.tradelane.routes.payment;

import io.tradelane.routes.failure.FailurePolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** A bank says that money moved; a payer says what for. */
@Component
class PaymentRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:applyPaymentNotification").routeId("apply-payment-notification")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(PaymentProcess.class, "applyNotification");

        from("direct:applyBankStatement").routeId("apply-bank-statement")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(PaymentProcess.class, "applyStatement");

        from("direct:applyPaymentInstruction").routeId("apply-payment-instruction")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(PaymentProcess.class, "applyInstruction");

        from("direct:applyPaymentStatus").routeId("apply-payment-status")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(PaymentProcess.class, "applyStatus");

        from("direct:applyRemittanceAdvice").routeId("apply-remittance-advice")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(PaymentProcess.class, "applyRemittanceAdvice");
    }
}
