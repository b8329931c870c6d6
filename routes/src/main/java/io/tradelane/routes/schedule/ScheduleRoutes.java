package io.tradelane.routes.schedule;

import io.tradelane.routes.failure.FailurePolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What a buyer will call off, and when. */
@Component
class ScheduleRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:applyDeliverySchedule").routeId("apply-delivery-schedule")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(ScheduleProcess.class, "applySchedule");
    }
}
