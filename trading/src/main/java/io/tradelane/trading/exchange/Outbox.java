package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.Agreement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What the engine says, in the transaction that decided it. A dispatcher of scope HUB claims entries, has them rendered
 * once and sends the same bytes under the same ids until the partner has them.
 */
@Service
public class Outbox {

    /**
     * Queues the document, or marks it PORTAL where the partners have no agreement for it. In the caller's transaction.
     *
     * @return the entry; that of the first document if the idempotency key was used before
     */
    public UUID enqueue(OutboundDocument document) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes up to {@code limit} due entries (QUEUED or RENDERED), oldest first, for {@code lease}. Entries from one sender to
     * one receiver are handed out in their order, and none while an earlier one is leased or waits for another try: send them
     * one after the other and {@link #release} the rest if one fails.
     */
    public List<OutboxItem> claimBatch(int limit, Duration lease) {
        throw new UnsupportedOperationException();
    }

    /** Writes one document for the partner; called once an entry. */
    public interface Renderer {
        Rendered render(OutboxItem item, Agreement agreement, String controlReference);
    }

    /**
     * Gives the entry its control reference and fixes bytes, interchange and messages in one transaction. An entry that is
     * rendered already keeps what it has.
     */
    public Interchange render(UUID item, Renderer renderer) {
        throw new UnsupportedOperationException();
    }

    /** Handed over; the transport's receipt comes later. */
    public void markSent(UUID item, @Nullable String detail) {
        throw new UnsupportedOperationException();
    }

    /** The receipt is here. @param receipt its bytes as a payload */
    public void markDelivered(UUID item, @Nullable String detail, @Nullable UUID receipt) {
        throw new UnsupportedOperationException();
    }

    /** A receipt that comes by itself, found by the transport message id. @return the outbound interchange, empty if none waits for it */
    public Optional<UUID> receiptArrived(String transportMessageId, boolean positive, @Nullable String detail, @Nullable UUID receipt) {
        throw new UnsupportedOperationException();
    }

    /** A try failed; another one at {@code nextAttempt}, or none if null: then the entry is FAILED and {@code DELIVERY_FAILED} is raised. */
    public void markFailed(UUID item, String detail, @Nullable Instant nextAttempt) {
        throw new UnsupportedOperationException();
    }

    /** Gives leased entries back untouched. */
    public void release(List<UUID> items) {
        throw new UnsupportedOperationException();
    }

    /** Tries a FAILED one again; one that is SENT or DELIVERED goes once more with the same bytes and ids. @return whether it will */
    public boolean resend(UUID item) {
        throw new UnsupportedOperationException();
    }

    public Optional<OutboxItem> find(UUID item) {
        throw new UnsupportedOperationException();
    }

    public Optional<OutboxItem> ofInterchange(UUID interchange) {
        throw new UnsupportedOperationException();
    }

    /** SENT since before {@code olderThan} ago without a receipt: to be chased. */
    public List<OutboxItem> withoutReceipt(Duration olderThan, int limit) {
        throw new UnsupportedOperationException();
    }
}
