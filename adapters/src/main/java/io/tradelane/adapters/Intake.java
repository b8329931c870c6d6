package io.tradelane.adapters;

import io.tradelane.trading.exchange.Receipt;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What doors need of the exchange: everything is on disk when a call returns, so the door may acknowledge. */
public interface Intake {

    /**
     * Stores bytes and interchange in one transaction.
     *
     * @throws io.tradelane.trading.exchange.PayloadTooLarge when there is more than the hub or the channel takes
     * @throws IOException when the source fails; nothing is stored then
     */
    Receipt take(Arrival arrival) throws IOException;

    /** Properties kept with an interchange when it first arrived. */
    Map<String, String> properties(UUID interchange);

    /** Keeps bytes that prove something about an exchange, and answers under which id. */
    UUID keepEvidence(@Nullable UUID organisation, String mediaType, byte[] bytes);
}
