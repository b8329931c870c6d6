package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Quotations and what buyer and supplier make of them. Each is a chain of versions that nobody changes; the last one counts. Portal, API and
 * EDI all end here.
 */
@Service
@Transactional
public class Quotations {
    /** Entity type of a negotiation in the journal. */
    public static final String ENTITY = "QUOTE";

    private final RfqRepository rfqs;
    private final SubmitQuote submit;
    private final CounterQuote counter;
    private final DecideQuote decide;
    private final ApplyQuotation apply;
    private final QuoteReader reader;
    private final Clock clock;

    Quotations(RfqRepository rfqs, SubmitQuote submit, CounterQuote counter, DecideQuote decide, ApplyQuotation apply, QuoteReader reader, Clock clock) {
        this.rfqs = rfqs;
        this.submit = submit;
        this.counter = counter;
        this.decide = decide;
        this.apply = apply;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * The invited supplier quotes: its first version, or one that takes the place of what stands. After the deadline none is taken.
     *
     * @param expectedVersion of the negotiation as the supplier saw it; 0: there was none
     */
    public CommandResult submit(UUID rfqId, QuoteForm form, int expectedVersion) {
        UUID supplier = Tenancy.current().organisation();
        Optional<RfqRow> rfq = rfqs.find(rfqId);
        if (supplier == null || rfq.isEmpty() || rfq.get().buyerOrgId().equals(supplier)) {
            return new CommandResult.NotFound();
        }
        if (form.validTo() == null) {
            return CommandResult.invalid("validTo", "required");
        }
        String number = form.number() != null ? form.number() : rfqs.nextNumber("Q", LocalDate.now(clock).getYear());
        QuotationDocument document = form.document(number, rfq.get(), rfqs.lines(rfqId));
        return submit.submit(new QuoteDraft(rfq.get(), document, new Parties(rfq.get().buyerOrgId(), supplier), Side.SUPPLIER,
                form.number(), expectedVersion), MessageContext.NONE).result();
    }

    /** Either side answers the last version with one of its own; lines not named stay. Only while the request takes quotations. */
    public CommandResult counter(UUID quote, QuoteForm form, int expectedVersion) {
        return counter.counter(quote, form, expectedVersion);
    }

    /**
     * The supplier accepts the buyer's counter-offer, which the buyer can then award; either accepts the other's offer that no request asked
     * for, of which an order is made at once.
     */
    public CommandResult accept(UUID quote, int expectedVersion) {
        return decide.decide(quote, QuoteTransition.Event.ACCEPT, null, expectedVersion);
    }

    public CommandResult reject(UUID quote, @Nullable String reason, int expectedVersion) {
        return decide.decide(quote, QuoteTransition.Event.REJECT, reason, expectedVersion);
    }

    public CommandResult withdraw(UUID quote, @Nullable String reason, int expectedVersion) {
        return decide.decide(quote, QuoteTransition.Event.WITHDRAW, reason, expectedVersion);
    }

    /**
     * Applies the supplier's QUOTES to the request that it names, or keeps it as an offer nobody asked for if it names none. Its number, with
     * its version where it has one, comes once: the same content again has no effect, other content is held. A new number for the same request
     * is a new version. Held: an unknown request or line, another unit. Rejected: after the deadline, no price, a validity that has ended.
     */
    public ApplyResult apply(QuotationDocument document, Parties parties, MessageContext context) {
        return apply.apply(document, parties, context);
    }

    @Transactional(readOnly = true)
    public Optional<QuoteView> find(UUID quote) {
        return reader.find(quote);
    }

    /** Offers nobody asked for, newest first; at most 100. */
    @Transactional(readOnly = true)
    public List<QuoteView> unsolicited() {
        return reader.unsolicited();
    }

    /** The caller's quotations with a version of exactly that number. */
    @Transactional(readOnly = true)
    public List<QuoteView> byNumber(String number) {
        return reader.byNumber(number);
    }
}
