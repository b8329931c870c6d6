package io.tradelane.routes.inbound;

import io.tradelane.routes.failure.FailurePolicy;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.partner.Tenancy;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What could not be processed for a reason of ours becomes an incident; the bytes are safe and what comes behind goes on. */
@Component
public class InboundFailures {
    private static final Logger LOG = LoggerFactory.getLogger(InboundFailures.class);

    private final Inbox inbox;

    InboundFailures(Inbox inbox) {
        this.inbox = inbox;
    }

    public void giveUpInterchange(@ExchangeProperty(FailurePolicy.SUBJECT) String interchange, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable cause) {
        LOG.error("Gave up reading interchange {}", interchange, cause);
        Tenancy.run(Tenancy.Actor.hub(), () -> inbox.failedToRead(UUID.fromString(interchange), cause.toString()));
    }

    public void giveUpMessage(@ExchangeProperty(FailurePolicy.SUBJECT) String message, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable cause) {
        LOG.error("Gave up processing message {}", message, cause);
        Tenancy.run(Tenancy.Actor.hub(), () -> inbox.failed(UUID.fromString(message), cause.toString()));
    }
}
