package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests for quotation. Portal, API and EDI all end here; the caller's {@code Tenancy.Actor} says who acts. */
@Service
@Transactional
public class RequestsForQuotation {
    /** Entity type of a request in the journal: what is said to all. */
    public static final String ENTITY = "RFQ";
    /** Entity type of an invitation in the journal: what is between the buyer and one supplier. */
    public static final String INVITATION = "RFQ_INVITATION";

    private final WriteRfq write;
    private final RunRfq run;
    private final AnswerInvitation invitation;
    private final AwardRfq award;
    private final ApplyRequest apply;
    private final RfqReader reader;
    private final RfqList list;

    RequestsForQuotation(WriteRfq write, RunRfq run, AnswerInvitation invitation, AwardRfq award, ApplyRequest apply, RfqReader reader, RfqList list) {
        this.write = write;
        this.run = run;
        this.invitation = invitation;
        this.award = award;
        this.apply = apply;
        this.reader = reader;
        this.list = list;
    }

    /** A draft of the caller's. A number is unique for the buyer: the same content again has no effect, other content is refused. */
    public CommandResult create(RfqForm form) {
        return write.create(form);
    }

    /** Writes a draft anew, or amends what is open: its next version, with all its suppliers told. An amendment never shortens the time to answer. */
    public CommandResult write(UUID rfq, RfqForm form, int expectedVersion) {
        return write.write(rfq, form, expectedVersion);
    }

    /** A new draft with the content of one that has ended. */
    public CommandResult duplicate(UUID rfq) {
        return write.duplicate(rfq);
    }

    /** To the suppliers: in the browser, and by REQOTE where an agreement says so. Needs a line, a supplier and a deadline to come. */
    public CommandResult publish(UUID rfq, int expectedVersion) {
        return run.publish(rfq, expectedVersion);
    }

    /** @param deadline later than the one before */
    public CommandResult extend(UUID rfq, OffsetDateTime deadline, int expectedVersion) {
        return run.extend(rfq, deadline, expectedVersion);
    }

    /** Ends the bidding before its deadline, once everybody invited has quoted or declined. */
    public CommandResult close(UUID rfq, int expectedVersion) {
        return run.close(rfq, expectedVersion);
    }

    /** Asks those on the short list once more. @param suppliers of those who have quoted */
    public CommandResult startRound(UUID rfq, OffsetDateTime deadline, Set<UUID> suppliers, int expectedVersion) {
        return run.startRound(rfq, deadline, suppliers, expectedVersion);
    }

    public CommandResult cancel(UUID rfq, @Nullable String reason, int expectedVersion) {
        return run.cancel(rfq, reason, expectedVersion);
    }

    /** Question and answer go to everybody invited, without who asked. */
    public CommandResult answer(UUID rfq, UUID question, String answer, int expectedVersion) {
        return run.answer(rfq, question, answer, expectedVersion);
    }

    /**
     * Decides, and places an order with each supplier that gets something, at the prices quoted. A line may be split; what is not awarded
     * is not bought. Those who quoted and get nothing are told so.
     */
    public CommandResult award(UUID rfq, List<Award> awards, int expectedVersion) {
        return award.award(rfq, awards, expectedVersion);
    }

    /** The invited supplier has opened it. */
    public CommandResult view(UUID rfq) {
        return invitation.view(rfq);
    }

    public CommandResult decline(UUID rfq, @Nullable String reason) {
        return invitation.decline(rfq, reason);
    }

    /** @param lineNumber what it is about; {@code null}: the request as a whole */
    public CommandResult ask(UUID rfq, @Nullable String lineNumber, String question) {
        return invitation.ask(rfq, lineNumber, question);
    }

    /**
     * Applies the buyer's REQOTE: the request is open at once, to the suppliers named. The same content again, for other suppliers, invites
     * these too; other content is held. Without an end it takes quotations for 14 days.
     *
     * <p>Rejected: no lines, a sender that is not the buyer, no supplier known here, an end in the past.
     */
    public ApplyResult apply(RequestForQuotationDocument document, UUID buyer, Set<UUID> suppliers, MessageContext context) {
        return apply.apply(document, buyer, suppliers, context);
    }

    @Transactional(readOnly = true)
    public Optional<RfqView> find(UUID rfq) {
        return reader.find(rfq);
    }

    /** The caller's requests of exactly that number. */
    @Transactional(readOnly = true)
    public List<RfqView> byNumber(String number) {
        return reader.byNumber(number);
    }

    @Transactional(readOnly = true)
    public RfqPage list(RfqFilter filter) {
        return list.page(filter);
    }

    /** How many there are in the tab, whatever the page. */
    @Transactional(readOnly = true)
    public int count(RfqFilter filter) {
        return list.count(filter);
    }
}
