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

        from("timer:reindex?period={{tradelane.hub.sweep-millis:2000}}&delay=3000").routeId("index-articles-anew")
                .bean(CatalogueProcess.class, "indexAnew");

        from("timer:catalogue-news?period={{tradelane.hub.notices-millis:5000}}&delay=4000").routeId("tell-catalogue-news")
                .bean(CatalogueProcess.class, "tellNews");
    }
}
