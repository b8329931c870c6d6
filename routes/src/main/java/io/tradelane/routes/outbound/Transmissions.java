package io.tradelane.routes.outbound;

import io.tradelane.adapters.OutboundTransmission;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.exchange.Payloads;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** An outbound interchange as a door takes it, and the transport message ids that lead back to it. */
@Component
class Transmissions {
    private static final String DOMAIN = "@tradelane";
    private static final Pattern OURS = Pattern.compile("<?([0-9a-f-]{36})" + DOMAIN + ">?");

    private final Payloads payloads;

    Transmissions(Payloads payloads) {
        this.payloads = payloads;
    }

    static String messageId(OutboxItem item) {
        return item.id() + DOMAIN;
    }

    /** The outbox entry behind a transport message id; empty if we did not make it. */
    static Optional<UUID> item(String messageId) {
        Matcher matcher = OURS.matcher(messageId);
        return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    }

    OutboundTransmission of(Interchange interchange) {
        return new OutboundTransmission(
                interchange.id(),
                String.valueOf(interchange.transportMessageId()),
                interchange.fileName() == null ? interchange.id() + ".txt" : interchange.fileName(),
                interchange.mediaType(),
                () -> payloads.open(interchange.payload()));
    }
}
