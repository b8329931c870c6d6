package io.tradelane.routes.inbound;

import io.tradelane.trading.exchange.Acknowledgements;
import io.tradelane.trading.exchange.Acknowledgements.Given;
import io.tradelane.trading.exchange.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts acknowledgements into the outbox and beside what they answer, in the transaction of the caller. */
@Component
class Replies {
    private final Outbox outbox;
    private final Acknowledgements acknowledgements;

    Replies(Outbox outbox, Acknowledgements acknowledgements) {
        this.outbox = outbox;
        this.acknowledgements = acknowledgements;
    }

    void send(List<Reply> replies) {
        if (replies.isEmpty()) {
            return;
        }
        List<UUID> entries = outbox.enqueue(replies.stream().map(Reply::document).toList());
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < replies.size(); i++) {
            Reply reply = replies.get(i);
            UUID interchange = Objects.requireNonNull(reply.document().causeInterchange());
            given.add(new Given(
                    reply.kind(), reply.document().to(), interchange, reply.message(), entries.get(i), reply.accepted(), reply.detail()));
        }
        acknowledgements.answered(given);
    }
}
