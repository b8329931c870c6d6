package io.tradelane.routes.inbound;

import io.tradelane.routes.failure.FailurePolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Every inbound document takes this way: announced, read and split into messages (the acknowledgement goes to the outbox
 * in the same transaction), each message handed to the process of its kind, in the order of partner and business key.
 */
@Component
class InboundRoutes extends RouteBuilder {
    private static final String OPTIONS = "&cacheLevelName=CACHE_CONSUMER&acknowledgementModeName=DUPS_OK_ACKNOWLEDGE"
            + "&includeSentJMSMessageID=false&mapJmsMessage=true&disableReplyTo=true";
    private static final String SEND = "?deliveryPersistent=false&disableReplyTo=true&preserveMessageQos=false";

    private final int readers;
    private final int workers;

    InboundRoutes(@Value("${tradelane.hub.readers:8}") int readers, @Value("${tradelane.hub.workers:4}") int workers) {
        this.readers = readers;
        this.workers = workers;
    }

    @Override
    public void configure() {
        from("direct:announceInterchange").routeId("announce-interchange")
                .to(Announcements.INTERCHANGES + SEND);

        from("direct:announceMessage").routeId("announce-message")
                .setHeader(Announcements.GROUP, simple("${body.group}"))
                .setBody(simple("${body.message}"))
                .to(Announcements.MESSAGES + SEND);

        from(Announcements.INTERCHANGES + "?concurrentConsumers=" + readers + OPTIONS).routeId("receive-interchange")
                .routeConfigurationId(FailurePolicy.ID)
                .setProperty(FailurePolicy.GIVE_UP, constant("direct:giveUpInterchange"))
                .setProperty(FailurePolicy.SUBJECT, body())
                .bean(InterchangeReader.class, "read")
                .split(body())
                    .to("direct:announceMessage")
                .end()
                .to("direct:dispatchOutbox");

        from(Announcements.MESSAGES + "?concurrentConsumers=" + workers + OPTIONS).routeId("process-message")
                .routeConfigurationId(FailurePolicy.ID)
                .setProperty(FailurePolicy.GIVE_UP, constant("direct:giveUpMessage"))
                .setProperty(FailurePolicy.SUBJECT, body())
                .bean(InboundMessages.class, "open")
                .choice()
                    .when(body().isNotNull())
                        .toD("${body.process}")
                .end()
                .to("direct:dispatchOutbox");

        from("direct:giveUpInterchange").routeId("give-up-interchange")
                .bean(InboundFailures.class, "giveUpInterchange");

        from("direct:giveUpMessage").routeId("give-up-message")
                .bean(InboundFailures.class, "giveUpMessage");

        from("timer:sweep?period={{tradelane.hub.sweep-millis:2000}}&delay=0").routeId("sweep-inbox")
                .bean(Sweep.class, "waiting")
                .split(body())
                    .to("direct:announceInterchange");
    }
}
