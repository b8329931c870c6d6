package io.tradelane.trading.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way in. {@link #receive} stores, {@link #split} draws the consequences of the envelope, and every message ends
 * with one verdict. Each step may be repeated: what is done already is found done.
 *
 * <p>Needs an actor of scope HUB, except {@link #receive}, which an organisation's actor may call for itself, and what a
 * person does ({@link #retry}, {@link #retryMessage}, {@link #resubmit}, {@link #assign}), which the operator may.
 */
@Service
@Transactional
public class Inbox {
    private final Receiver receiver;
    private final Splitter splitter;
    private final Verdicts verdicts;
    private final Requeue requeue;
    private final ReadAgain readAgain;
    private final Settlement settlement;
    private final Payloads payloads;
    private final IncidentDesk incidents;
    private final InboxQueries queries;
    private final ExchangeMetrics metrics;

    Inbox(
            Receiver receiver,
            Splitter splitter,
            Verdicts verdicts,
            Requeue requeue,
            ReadAgain readAgain,
            Settlement settlement,
            Payloads payloads,
            IncidentDesk incidents,
            InboxQueries queries,
            ExchangeMetrics metrics) {
        this.receiver = receiver;
        this.splitter = splitter;
        this.verdicts = verdicts;
        this.requeue = requeue;
        this.readAgain = readAgain;
        this.settlement = settlement;
        this.payloads = payloads;
        this.incidents = incidents;
        this.queries = queries;
        this.metrics = metrics;
    }

    /**
     * Takes in the bytes, then stores bytes and interchange in one transaction and announces it after commit. The same
     * organisation, door and transport message id again stores nothing and returns the first receipt.
     *
     * @throws PayloadTooLarge if there are more bytes than {@code tradelane.inbox.limit-bytes} (200 MB unless set)
     * @throws IOException if the source fails; nothing is stored then
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Receipt receive(Reception reception, InputStream bytes) throws IOException {
        return receiver.receive(reception, bytes, null);
    }

    /** Locks the row of an interchange that is still RECEIVED; empty if it is done or somebody else has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Interchange> claim(UUID interchange) {
        return queries.claim(interchange);
    }

    /**
     * Decides what the interchange is and stores its messages, in one transaction (the caller's, if there is one: put the
     * CONTRL into the outbox in it). Does nothing if the interchange is not RECEIVED any more. Reading may happen before
     * and outside of the transaction: of two readers one gets {@link SplitResult.AlreadyDone}.
     */
    public SplitResult split(UUID interchange, InterchangeFacts facts, List<MessageRow> messages) {
        return splitter.split(interchange, facts, messages);
    }

    /** Messages of the interchange that still wait, in order, after the given index (-1 to begin). */
    @Transactional(readOnly = true)
    public List<Message> open(UUID interchange, int afterIndex, int limit) {
        return queries.open(interchange, afterIndex, limit);
    }

    /** Locks a message that is still RECEIVED; empty if it has its verdict or somebody else has it. In the transaction of its effect. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Message> claimMessage(UUID message) {
        return queries.claimMessage(message);
    }

    /** It took effect. In the transaction of the effect; so are the other verdicts. A message has one verdict: a second is ignored. */
    public void applied(UUID message, Verdict verdict) {
        verdicts.decide(message, MessageStatus.APPLIED, verdict);
    }

    public void noEffect(UUID message, Verdict verdict) {
        verdicts.decide(message, MessageStatus.NO_EFFECT, verdict);
    }

    /** A person must decide; raises the incident {@code MESSAGE_HELD} with the verdict. */
    public void held(UUID message, Verdict verdict) {
        verdicts.decide(message, MessageStatus.HELD, verdict).ifPresent(done -> {
            Map<String, String> args = new HashMap<>(verdict.args());
            args.put("verdict", verdict.key());
            incidents.raise("MESSAGE_HELD", done.organisation(), done.interchange(), message, args, null);
        });
    }

    /** Refused for its content; answer the sender in the same transaction. */
    public void rejected(UUID message, Verdict verdict) {
        verdicts.decide(message, MessageStatus.REJECTED, verdict);
    }

    /** Gave up on a message for a reason of ours; raises the incident {@code PROCESSING_FAILED} with the cause. */
    public void failed(UUID message, String cause) {
        verdicts.decide(message, MessageStatus.FAILED, Verdict.of("message.failed")).ifPresent(done -> incidents.raise(
                "PROCESSING_FAILED", done.organisation(), done.interchange(), message, Map.of("type", done.type()), cause));
    }

    /** Gave up on reading an interchange for a reason of ours; raises the incident {@code READING_FAILED} with the cause. */
    public void failedToRead(UUID interchange, String cause) {
        queries.failed(interchange).ifPresent(organisation -> {
            metrics.interchange("failed");
            incidents.raise("READING_FAILED", organisation.orElse(null), interchange, null, Map.of(), cause);
        });
    }

    /** Puts a HELD, FAILED or REJECTED message back to RECEIVED and announces its interchange. @return whether it was one */
    public boolean retryMessage(UUID message) {
        return requeue.message(message);
    }

    /** As {@link #retryMessage}, because what it waited for has come: its incident is closed. */
    public boolean retryHeld(UUID message) {
        return requeue.held(message);
    }

    /**
     * Puts an interchange that rests without having been split (HELD, FAILED, UNASSIGNED) back to RECEIVED and announces
     * it; a held one then passes whatever its reference and sender, because a person said so. One that was split gets its
     * failed and held messages back.
     *
     * @return whether there was something to do
     */
    public boolean retry(UUID interchange) {
        return requeue.interchange(interchange);
    }

    /**
     * Stores edited bytes as a new interchange linked to the original, which stays as it is. The new one takes over the
     * control reference.
     *
     * @return the new one, announced
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public UUID resubmit(UUID original, InputStream bytes) throws IOException {
        Interchange first = queries.find(original).orElseThrow(() -> new NoSuchElementException("no interchange " + original));
        Reception reception = new Reception(
                first.organisation(), first.channel(), first.door(), null, first.mediaType(), first.fileName(), first.properties());
        return receiver.receive(reception, bytes, original).interchange();
    }

    /**
     * Puts the bytes of an interchange into the inbox once more, as a new one linked to the original, which stays as it is. Nothing of it
     * takes effect twice: what it speaks of is known by its numbers, as ever.
     *
     * @return the new one, announced
     */
    public UUID readAgain(UUID original, Again again) {
        return readAgain.put(original, again);
    }

    /** The day whose agreements and codes count for an interchange that is read again as of then; empty: today's do. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> asOf(UUID interchange) {
        return readAgain.day(interchange);
    }

    /**
     * Says who sent an UNASSIGNED interchange and puts it back to RECEIVED.
     *
     * @param remember whether the sender address of the envelope belongs to that organisation from now on; if so, what
     *     else waits from the same address is requeued too
     * @throws NoSuchElementException if it is not unassigned
     */
    public void assign(UUID interchange, UUID organisation, boolean remember) {
        requeue.assign(interchange, organisation, remember);
    }

    /** Puts UNASSIGNED interchanges back of which the sender's address belongs to somebody by now. @return how many */
    public int releaseKnown() {
        return requeue.known();
    }

    /** Interchanges that wait or stand half done for longer than {@code olderThan} and were not announced since: for the sweep. */
    @Transactional(readOnly = true)
    public List<UUID> awaitingAnnouncement(Duration olderThan, int limit) {
        return queries.awaitingAnnouncement(olderThan, limit);
    }

    /** Who sent them, as far as the doors knew. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> senders(List<UUID> interchanges) {
        return queries.senders(interchanges);
    }

    /** So that the sweep leaves them alone for a while. Needed by the sweep only, not by the happy path. */
    public void markAnnounced(List<UUID> interchanges) {
        queries.markAnnounced(interchanges);
    }

    /** Settles interchanges whose messages are all decided but whose status was not derived because the process died. @return how many */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int settleFinished(Duration olderThan) {
        return settlement.settleFinished(olderThan);
    }
}
