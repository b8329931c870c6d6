package io.tradelane.adapters;

import io.tradelane.trading.exchange.Receipt;
import io.tradelane.trading.exchange.traffic.Busy;
import io.tradelane.trading.partner.Channel;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What doors need of the exchange: everything is on disk when a call returns, so the door may acknowledge. */
public interface Intake {
    /**
     * Stores bytes, evidence and interchange in one transaction; of a repeat nothing.
     *
     * @throws io.tradelane.trading.exchange.PayloadTooLarge when there is more than the hub, the channel or the partner's limit takes
     * @throws Busy when the partner has to wait; nothing is read of the bytes then
     * @throws IOException when the source fails; nothing is stored then
     */
    Receipt take(Arrival arrival) throws IOException;

    /**
     * Before bytes are fetched or opened at some cost.
     *
     * @throws Busy when the partner has to wait anyway
     */
    void check(Channel channel);

    /** For who fetches by itself: where the partner has to wait, so does what it sends, as long as the channel is open. */
    default Receipt takeInTurn(Arrival arrival, BooleanSupplier open) throws IOException {
        while (true) {
            try {
                return take(arrival);
            } catch (Busy busy) {
                if (!open.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                    throw busy;
                }
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    /**
     * Tells a person of something that lies at a door and is not taken in.
     *
     * @param file its name, for people
     * @param reason {@code TOO_LARGE}, {@code NO_FILE}, {@code NO_ATTACHMENT}, {@code UNKNOWN_SENDER}, {@code NOT_PROTECTED}: the texts of the incident {@code FILE_REFUSED}
     */
    void refused(Channel channel, String file, String reason, String detail);

    /**
     * Tells a person of a partner's message that was refused and of which nothing is kept; those that are refused for one reason are counted.
     *
     * @param id the partner's own for it
     * @param reason what its sender was told, as the door has words for it
     */
    void messageRefused(Channel channel, String id, String reason, String detail);

    /** What was kept of the first arrival. */
    Kept kept(UUID interchange);

    record Kept(Map<String, String> properties, byte[] sha256) {}
}
