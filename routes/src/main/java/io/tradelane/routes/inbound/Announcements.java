package io.tradelane.routes.inbound;

import io.tradelane.trading.exchange.Announcer;
import io.tradelane.trading.exchange.CrashPoint;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells the dispatcher on Artemis that something waits in PostgreSQL. An announcement is not persistent: the row is the
 * truth, and the sweep announces again what was lost.
 */
@Component
class Announcements implements Announcer {
    static final String INTERCHANGES = "jms:queue:tradelane.inbound.interchange";
    static final String MESSAGES = "jms:queue:tradelane.inbound.message";
    /** Consumers take messages of one group one after the other (Jakarta Messaging 3.1, section 3.5.11). */
    static final String GROUP = "JMSXGroupID";

    private final ProducerTemplate producer;

    Announcements(@Lazy ProducerTemplate producer) {
        this.producer = producer;
    }

    @Override
    public void announce(List<UUID> interchanges) {
        CrashPoint.reach("stored");
        producer.sendBody("direct:announceInterchanges", interchanges.stream().map(UUID::toString).collect(Collectors.joining("\n")));
        CrashPoint.reach("announced");
    }
}
