package io.tradelane.trading.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The one way in. {@link #receive} stores, {@link #split} reads the envelope's consequences, and every message ends with
 * one verdict. Each step may be repeated: what is done already is found done.
 *
 * <p>Needs an actor of scope HUB, except {@link #receive}, which an organisation's actor may call for itself.
 */
@Service
public class Inbox {

    /**
     * Stores bytes and interchange in one transaction and announces it after commit. The same organisation, door and
     * transport message id again stores nothing and returns the first receipt.
     *
     * @throws PayloadTooLarge if there are more bytes than the inbox takes (200 MB unless set otherwise)
     * @throws IOException if the source fails; nothing is stored then
     */
    public Receipt receive(Reception reception, InputStream bytes) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Locks the row of an interchange that is still RECEIVED; empty if it is done or somebody else has it. In a transaction. */
    public Optional<Interchange> claim(UUID interchange) {
        throw new UnsupportedOperationException();
    }

    /**
     * Decides what the interchange is and stores its messages, in one transaction (the caller's, if there is one: put the
     * CONTRL into the outbox in it). Does nothing if the interchange is not RECEIVED any more.
     */
    public SplitResult split(UUID interchange, InterchangeFacts facts, List<MessageRow> messages) {
        throw new UnsupportedOperationException();
    }

    /** Messages of the interchange that still wait, in order, after the given index (-1 to begin). */
    public List<Message> open(UUID interchange, int afterIndex, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Locks a message that is still RECEIVED; empty if it has its verdict or somebody else has it. In the transaction of its effect. */
    public Optional<Message> claimMessage(UUID message) {
        throw new UnsupportedOperationException();
    }

    /** It took effect. In the transaction of the effect; so are the other verdicts. */
    public void applied(UUID message, Verdict verdict) {
        throw new UnsupportedOperationException();
    }

    public void noEffect(UUID message, Verdict verdict) {
        throw new UnsupportedOperationException();
    }

    public void held(UUID message, Verdict verdict) {
        throw new UnsupportedOperationException();
    }

    public void rejected(UUID message, Verdict verdict) {
        throw new UnsupportedOperationException();
    }

    /** Gave up on a message for a reason of ours; raises the incident {@code PROCESSING_FAILED}. @return the incident */
    public UUID failed(UUID message, String cause) {
        throw new UnsupportedOperationException();
    }

    /** Gave up on reading an interchange; raises the incident {@code READING_FAILED}. @return the incident */
    public UUID failedToRead(UUID interchange, String cause) {
        throw new UnsupportedOperationException();
    }

    /** Puts a HELD, FAILED or REJECTED message back to RECEIVED and announces its interchange. @return whether it was one */
    public boolean retryMessage(UUID message) {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts an interchange that rests without having been split (HELD, FAILED, UNASSIGNED) back to RECEIVED and announces
     * it; a held one then passes whatever its reference, because a person said so. One that was split gets its failed and
     * held messages back. @return whether there was something to do
     */
    public boolean retry(UUID interchange) {
        throw new UnsupportedOperationException();
    }

    /** Stores edited bytes as a new interchange linked to the original, which stays as it is. @return the new one, announced */
    public UUID resubmit(UUID original, InputStream bytes) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Says who sent an UNASSIGNED interchange and puts it back to RECEIVED.
     *
     * @param remember whether the sender address of the envelope belongs to that organisation from now on; if so, what
     *     else waits from the same address is requeued too
     */
    public void assign(UUID interchange, UUID organisation, boolean remember) {
        throw new UnsupportedOperationException();
    }

    /** Interchanges that wait or stand half done since before {@code olderThan} ago and were not announced since: for the sweep. */
    public List<UUID> awaitingAnnouncement(Duration olderThan, int limit) {
        throw new UnsupportedOperationException();
    }

    /** So that the sweep leaves them alone for a while. Needed by the sweep only, not by the happy path. */
    public void markAnnounced(List<UUID> interchanges) {
        throw new UnsupportedOperationException();
    }

    /** Settles interchanges whose messages are all decided but whose status was not derived because the process died. @return how many */
    public int settleFinished(@Nullable Duration olderThan) {
        throw new UnsupportedOperationException();
    }
}
