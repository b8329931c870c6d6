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

    /** Batches that are read at a time; each takes what has gathered, so that fewer means larger ones. */
    private static final int LANES = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);
    private static final String CALL = "seda:read-waiting?size=" + LANES + "&discardWhenFull=true&waitForTaskToComplete=Never";

    private final int readers;
    private final int workers;

    InboundRoutes(@Value("${tradelane.hub.readers:8}") int readers, @Value("${tradelane.hub.workers:4}") int workers) {
        this.readers = readers;
        this.workers = workers;
    }

    @Override
    public void configure() {
        // One announcement is of all that were stored together.
        from("direct:announceInterchanges").routeId("announce-interchanges")
                .to(Announcements.INTERCHANGES + SEND);

        from("direct:announceMessage").routeId("announce-message")
                .setHeader(Announcements.GROUP, simple("${body.group}"))
                .setBody(simple("${body.message}"))
                .bean(LongWay.class, "handedOver")
                .to(Announcements.MESSAGES + SEND);

        // A consumer only notes what waits and calls somebody; who comes takes all that has gathered. The rows are the truth: what is
        // noted and lost is found by the sweep.
        from(Announcements.INTERCHANGES + "?concurrentConsumers=1" + OPTIONS).routeId("receive-interchanges")
                .bean(Waiting.class, "add")
                .to(CALL);

        from("seda:read-waiting?size=" + LANES + "&concurrentConsumers=" + LANES).routeId("read-waiting")
                .bean(StraightReader.class, "takeBatch")
                .filter(body().isNotNull())
                    .to(CALL)
                    .bean(LongWay.class, "add")
                    .split(body())
                        .to("seda:read-interchange?size=100000&blockWhenFull=true&waitForTaskToComplete=Never")
                    .end()
                    .to("direct:dispatchOutbox");

        // What comes is only a call: the reader takes whose turn it is.
        from("seda:read-interchange?size=100000&concurrentConsumers=" + readers).routeId("read-interchange")
                .routeConfigurationId(FailurePolicy.ID)
                .setProperty(FailurePolicy.GIVE_UP, constant("direct:giveUpInterchange"))
                .bean(LongWay.class, "next")
                .filter(body().isNotNull())
                .setProperty(FailurePolicy.SUBJECT, body())
                .bean(InterchangeReader.class, "read")
                .split(body())
                    .to("direct:announceMessage")
                .end()
                .to("direct:dispatchOutbox")
                .end();

        from(Announcements.MESSAGES + "?concurrentConsumers=" + workers + OPTIONS).routeId("process-message")
                .routeConfigurationId(FailurePolicy.ID)
                .setProperty(FailurePolicy.GIVE_UP, constant("direct:giveUpMessage"))
                .setProperty(FailurePolicy.SUBJECT, body())
                .bean(InboundMessages.class, "open")
                .choice()
                    .when(body().isNotNull())
                        .toD("${body.process}")
                .end()
                .bean(LongWay.class, "processed")
                .to("direct:dispatchOutbox");

        from("direct:giveUpInterchange").routeId("give-up-interchange")
                .bean(InboundFailures.class, "giveUpInterchange");

        from("direct:giveUpMessage").routeId("give-up-message")
                .bean(InboundFailures.class, "giveUpMessage")
                .bean(LongWay.class, "processed");

        from("timer:overlays?period={{tradelane.hub.overlays-millis:5000}}&delay=0").routeId("refresh-overlays")
                .bean(PartnerOverlays.class, "refresh");

        from("timer:sweep?period={{tradelane.hub.sweep-millis:2000}}&delay=0").routeId("sweep-inbox")
                .bean(Sweep.class, "waiting")
                .filter(simple("${body} != ''"))
                    .to("direct:announceInterchanges");
    }
}
