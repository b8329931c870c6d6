package io.tradelane.routes.outbound;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The outbox is emptied when somebody says that there is something in it, and once a second anyway. What goes to one
 * partner goes in its order; partners do not wait for each other as long as there are senders left.
 */
@Component
class OutboundRoutes extends RouteBuilder {
    private final int senders;

    OutboundRoutes(@Value("${tradelane.hub.senders:8}") int senders) {
        this.senders = senders;
    }

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
                    .to("seda:send-documents?size=100&blockWhenFull=true&waitForTaskToComplete=Never");

        from("seda:send-documents?size=100&concurrentConsumers=" + senders).routeId("send-documents")
                .bean(Delivery.class, "deliver");

        from("timer:notices?period={{tradelane.hub.notices-millis:5000}}&delay=3000").routeId("send-notices")
                .bean(NoticeDispatch.class, "send");

        from("timer:alerts?period={{tradelane.hub.alerts-millis:30000}}&delay=10000").routeId("watch-alerts")
                .bean(NoticeDispatch.class, "look");
    }
}
