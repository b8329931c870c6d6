package io.tradelane.adapters;

import io.tradelane.trading.exchange.Receipt;
import io.tradelane.trading.partner.Channel;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** What doors need of the exchange: everything is on disk when a call returns, so the door may acknowledge. */
public interface Intake {
    /** Property of the interchange that names the payload with its {@link Arrival.Evidence}. */
    String EVIDENCE = "evidence";

    /**
     * Stores bytes, evidence and interchange in one transaction; of a repeat nothing.
     *
     * @throws io.tradelane.trading.exchange.PayloadTooLarge when there is more than the hub or the channel takes
     * @throws IOException when the source fails; nothing is stored then
     */
    Receipt take(Arrival arrival) throws IOException;

    /**
     * Tells a person of something that lies at a door and is not taken in.
     *
     * @param file its name, for people
     * @param reason {@code TOO_LARGE}, {@code NO_FILE}, {@code NO_ATTACHMENT}, {@code UNKNOWN_SENDER}, {@code NOT_PROTECTED}: the texts of the incident {@code FILE_REFUSED}
     */
    void refused(Channel channel, String file, String reason, String detail);

    /** What was kept of the first arrival. */
    Kept kept(UUID interchange);

    record Kept(Map<String, String> properties, byte[] sha256) {}
}
