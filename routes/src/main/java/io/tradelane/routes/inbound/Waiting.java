package io.tradelane.routes.inbound;

import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.partner.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Announced interchanges that nobody has taken yet: who takes gets those that have gathered, of each sender in turn, up to a batch. What
 * is lost of them the sweep announces again.
 */
@Component
public class Waiting {
    private static final int BATCH = 50;
    private final Inbox inbox;
    private final FairQueue queue = new FairQueue();

    Waiting(Inbox inbox) {
        this.inbox = inbox;
    }

    /** @param announced ids, one a line */
    public void add(String announced) {
        List<UUID> ids = Stream.of(announced.split("\n")).map(UUID::fromString).toList();
        Map<UUID, UUID> senders = Tenancy.call(Tenancy.Actor.hub(), () -> inbox.senders(ids));
        queue.add(ids, senders);
    }

    public List<UUID> take() {
        return queue.take(BATCH);
    }
}
