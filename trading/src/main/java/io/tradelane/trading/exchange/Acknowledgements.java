package io.tradelane.trading.exchange;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Brings answers of partners together with what they answer, and answers of ours with what came in. */
@Service
public class Acknowledgements {

    /**
     * An answer to something we sent.
     *
     * @param kind {@code CONTRL} or {@code APERAK}
     * @param from the partner who answers
     * @param controlReference of the interchange answered (CONTRL UCI 0020), or null if only the message is named
     * @param messageReference of the message answered (APERAK RFF+ACW, CONTRL UCM 0062), or null for the whole interchange
     * @param documentNumber of the document answered, when named
     * @param message the inbound message that carries the answer
     */
    public record Answer(
            String kind,
            UUID from,
            @Nullable String controlReference,
            @Nullable String messageReference,
            @Nullable String documentNumber,
            boolean accepted,
            @Nullable String detail,
            UUID message) {}

    /**
     * Finds the outbound interchange and moves it to ACKNOWLEDGED or REJECTED_BY_PARTNER. An answer that fits nothing raises
     * the incident {@code ORPHAN_ACKNOWLEDGEMENT}; a refusal raises {@code REFUSED_BY_PARTNER}. The same answer again has no effect.
     *
     * @return the interchange answered; empty for an orphan
     */
    public Optional<UUID> match(Answer answer) {
        throw new UnsupportedOperationException();
    }

    /** Records that an outbox entry of ours answers an inbound interchange; call it beside {@link Outbox#enqueue}. */
    public void answered(String kind, UUID inbound, @Nullable UUID inboundMessage, UUID outbox, boolean accepted) {
        throw new UnsupportedOperationException();
    }
}
