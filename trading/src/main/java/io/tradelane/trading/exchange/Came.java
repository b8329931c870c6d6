package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One reception that is about to be stored: what is known of it, its bytes, and who brings it. */
record Came(
        UUID id, UUID payload, UUID line, Reception reception, Spool spool, @Nullable UUID resubmissionOf, Actor actor, Instant at) {

    static Came now(Reception reception, Spool spool, @Nullable UUID resubmissionOf, Instant at) {
        return new Came(Ids.next(), Ids.next(), Ids.next(), reception, spool, resubmissionOf, Tenancy.current(), at);
    }

    /** Under which the first reception wins; null: every one counts. */
    @Nullable String transportKey() {
        String id = reception.transportMessageId();
        return id == null || id.isBlank() ? null : reception.organisation() + "|" + reception.door() + "|" + id;
    }
}
