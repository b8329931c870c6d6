package io.tradelane.routes.inventory;

import io.tradelane.routes.failure.FailurePolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What a partner has, and what it sold. */
@Component
class InventoryRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:applyInventoryReport").routeId("apply-inventory-report")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(InventoryProcess.class, "applyInventory");

        from("direct:applySalesReport").routeId("apply-sales-report")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(InventoryProcess.class, "applySales");

        from("timer:stock-check?period={{tradelane.hub.stock-check-millis:3600000}}&delay=60000").routeId("check-stock")
                .bean(StockJobs.class, "check");

        from("timer:stock-report?period=60000&delay=60000").routeId("report-stock")
                .bean(StockJobs.class, "report");
    }
}
