package io.tradelane.adapters.jms;

import io.tradelane.adapters.RunningChannels;
import io.tradelane.adapters.Sending;
import org.apache.camel.builder.RouteBuilder;

/**
 * The route templates of the JMS door. A message leaves its queue when it is stored, or stands in the queue of refused ones; else it comes
 * again. No header of a partner's message reaches a component.
 */
final class JmsRoutes extends RouteBuilder {
    private final JmsArrival arrival;
    private final JmsDoor door;
    private final RunningChannels running;

    JmsRoutes(JmsArrival arrival, JmsDoor door, RunningChannels running) {
        this.arrival = arrival;
        this.door = door;
        this.running = running;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        routeTemplate("jms-inbound").templateParameter("channel").templateParameter("queue")
                .from("jms:queue:{{queue}}?transacted=true&lazyCreateTransactionManager=false&cacheLevelName=CACHE_CONSUMER&mapJmsMessage=false"
                        + "&disableReplyTo=true&errorHandlerLoggingLevel=WARN&errorHandlerLogStackTrace=false&recoveryInterval=2000")
                .removeHeaders("*")
                .bean(arrival, "take(${body}, '{{channel}}')");
        routeTemplate("jms-outbound").templateParameter("channel")
                .from("direct:send-{{channel}}")
                .removeHeaders("*")
                .bean(new Sending(door, running), "send(${body}, '{{channel}}')");
    }
}
