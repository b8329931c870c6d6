package io.tradelane.trading.sourcing;

import io.tradelane.trading.exchange.Concealment;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The supplier quotes: the one command behind the form, the API and QUOTES. */
@Component
class SubmitQuote {
    private final RfqRepository rfqs;
    private final InviteeRepository invitees;
    private final QuoteRepository quotes;
    private final WriteQuote write;
    private final SourcingMessages messages;
    private final SourcingJournal journal;
    private final Concealment concealment;
    private final Clock clock;

    SubmitQuote(RfqRepository rfqs, InviteeRepository invitees, QuoteRepository quotes, WriteQuote write, SourcingMessages messages,
            SourcingJournal journal, Concealment concealment, Clock clock) {
        this.rfqs = rfqs;
        this.invitees = invitees;
        this.quotes = quotes;
        this.write = write;
        this.messages = messages;
        this.journal = journal;
        this.concealment = concealment;
        this.clock = clock;
    }

    Submission submit(QuoteDraft draft, MessageContext context) {
        return draft.rfq() == null ? unsolicited(draft, context) : answering(draft.rfq().id(), draft, context);
    }

    private Submission answering(UUID rfqId, QuoteDraft asked, MessageContext context) {
        Optional<InviteeRow> invited = invitees.lock(rfqId, asked.parties().supplier());
        Optional<RfqRow> found = rfqs.find(rfqId);
        if (invited.isEmpty() || found.isEmpty()) {
            return new Submission.Unknown(String.valueOf(asked.document().requestNumber()));
        }
        RfqRow rfq = found.get();
        UUID message = context.message();
        if (rfq.secret() && message != null) {
            // Whatever becomes of it: what it offers is its sender's alone until the bids are opened.
            Tenancy.run(Acting.hubFor(asked.parties().supplier()), () -> concealment.conceal(message));
        }
        QuoteDraft draft = new QuoteDraft(rfq, asked.document(), asked.parties(), asked.author(), asked.documentKey(), asked.expectedVersion());
        OffsetDateTime now = OffsetDateTime.now(clock);
        Submission known = known(draft);
        if (known != null) {
            return known;
        }
        if (!rfq.takesQuotes(now)) {
            return new Submission.Ended(rfq.deadline());
        }
        if (!invited.get().shortlisted()) {
            return new Submission.NotShortlisted();
        }
        Submission made = written(draft, quotes.lock(rfqId, asked.parties().supplier()), rfqs.lines(rfqId), context, now);
        if (made instanceof Submission.Made && invited.get().state() != InviteeState.QUOTED) {
            invitees.move(invited.get(), InviteeState.QUOTED, null, now);
            journal.invitee(invited.get(), "QUOTE", InviteeState.QUOTED, Map.of());
        }
        return made;
    }

    private Submission unsolicited(QuoteDraft draft, MessageContext context) {
        Submission known = known(draft);
        return known != null ? known
                : written(draft, quotes.lockUnsolicited(draft.parties(), draft.document().number()), List.of(), context, OffsetDateTime.now(clock));
    }

    private @Nullable Submission known(QuoteDraft draft) {
        return Optional.ofNullable(draft.documentKey()).flatMap(key -> quotes.known(draft.parties(), key))
                .<Submission>map(before -> ContentHash.same(before.contentHash(), ContentHash.of(draft.document()))
                        ? new Submission.Repeated(before.quoteId(), quotes.find(before.quoteId()).map(QuoteRow::version).orElse(1))
                        : new Submission.Conflict(draft.document().number()))
                .orElse(null);
    }

    private Submission written(QuoteDraft draft, Optional<QuoteRow> before, List<RfqLineRow> asked, MessageContext context, OffsetDateTime now) {
        Integer expected = draft.expectedVersion();
        int actual = before.map(QuoteRow::version).orElse(0);
        if (expected != null && expected != actual) {
            return new Submission.Stale(actual);
        }
        if (before.isPresent() && before.get().state() == QuoteState.ACCEPTED) {
            return new Submission.Decided(before.get().state());
        }
        List<Submission.Wrong.Fault> faults = QuoteLines.faults(draft.document(), LocalDate.now(clock));
        if (!faults.isEmpty()) {
            return new Submission.Wrong(faults);
        }
        UUID id = Ids.next();
        return switch (QuoteLines.of(id, draft.document(), asked)) {
            case QuoteLines.Read.Unfit unfit -> unfit.why();
            case QuoteLines.Read.Understood read -> {
                WriteQuote.Written written = write.write(draft, before, id, read.lines(), context, now);
                tell(draft.rfq(), written, context);
                yield new Submission.Made(written.quote().id(), written.quote().version());
            }
        };
    }

    /** The buyer's system is told; of what is secret once the bids are opened. */
    private void tell(@Nullable RfqRow rfq, WriteQuote.Written written, MessageContext context) {
        if (written.version().revealed()) {
            messages.quotation(rfq, written.version(), written.lines(), context);
        }
    }
}
