package io.tradelane.routes.catalogue;

import io.tradelane.routes.failure.FailurePolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** A supplier's articles and prices. */
@Component
class CatalogueRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:applyCatalogue").routeId("apply-catalogue")
                .routeConfigurationId(FailurePolicy.ID)
                .bean(CatalogueProcess.class, "applyCatalogue");
    }
}
