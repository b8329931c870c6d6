package io.tradelane.routes.outbound;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * The outbox is emptied when somebody says that there is something in it, and once a second anyway. What goes from one company to
 * another over one channel goes in its order; partners do not wait for each other.
 */
@Component
class OutboundRoutes extends RouteBuilder {
    @Override
    public void configure() {
        from("direct:dispatchOutbox").routeId("request-dispatch")
                .to("seda:dispatch-outbox?size=1&discardWhenFull=true&waitForTaskToComplete=Never");

        from("timer:outbox?period={{tradelane.hub.outbox-millis:1000}}&delay=500").routeId("sweep-outbox")
                .to("direct:dispatchOutbox");

        // Under load a request comes with every document; those of a moment are one.
        from("seda:dispatch-outbox?size=1").routeId("dispatch-outbox")
                .delay(20).syncDelayed()
                .bean(Dispatcher.class, "claim")
                .filter(simple("${body.size} > 0"))
                    .to("direct:dispatchOutbox")
                .end()
                .split(body())
                    .bean(Senders.class, "send");

        from("timer:keep-leases?period=10000").routeId("keep-leases")
                .bean(Senders.class, "keep");

        from("timer:notices?period={{tradelane.hub.notices-millis:5000}}&delay=3000").routeId("send-notices")
                .bean(NoticeDispatch.class, "send");

        from("timer:alerts?period={{tradelane.hub.alerts-millis:30000}}&delay=10000").routeId("watch-alerts")
                .bean(NoticeDispatch.class, "look");
    }
}
