package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts a version on a negotiation: the one before it stays as it was and is superseded. */
@Component
class WriteQuote {
    private final QuoteRepository quotes;
    private final SourcingJournal journal;

    WriteQuote(QuoteRepository quotes, SourcingJournal journal) {
        this.quotes = quotes;
        this.journal = journal;
    }

    record Written(QuoteRow quote, QuoteVersionRow version, List<QuoteLineRow> lines) {}

    /** @param before what stands, locked */
    Written write(QuoteDraft draft, Optional<QuoteRow> before, UUID versionId, List<QuoteLineRow> lines, MessageContext context, OffsetDateTime now) {
        QuotationDocument document = draft.document();
        RfqRow rfq = draft.rfq();
        QuoteRow quote = before.orElseGet(() -> new QuoteRow(Ids.next(), rfq == null ? null : rfq.id(), draft.parties().buyer(), draft.parties().supplier(),
                document.number(), 0, QuoteState.SUBMITTED, now, now, 0));
        Optional<QuoteVersionRow> answered = quotes.current(quote);
        int n = quote.currentVersion() + 1;
        QuoteVersionRow version = new QuoteVersionRow(versionId, quote.id(), quote.buyerOrgId(), quote.supplierOrgId(), n, document.number(),
                draft.documentKey(), draft.author(), answered.map(QuoteVersionRow::n).orElse(null), rfq == null ? null : rfq.rfqVersion(),
                rfq == null ? 1 : rfq.round(), QuoteState.SUBMITTED, document.currency(), document.validTo(),
                Tiers.total(lines, document.currency()).amount(), document.total() == null ? null : document.total().amount(), document.paymentTerms(),
                document.note(), null, rfq == null || !rfq.secret(), ContentHash.of(document), Tenancy.current().source().name(), context.interchange(),
                context.message(), now, null);
        answered.ifPresent(last -> QuoteTransition.next(last.state(), QuoteTransition.event(last.state(), last.author(), draft.author()))
                .filter(next -> next != last.state())
                .ifPresent(next -> quotes.move(quote, next, null, now)));
        if (before.isEmpty()) {
            quotes.insert(new QuoteRow(quote.id(), quote.rfqId(), quote.buyerOrgId(), quote.supplierOrgId(), quote.number(), 1, QuoteState.SUBMITTED, now, now, 0));
        }
        quotes.insert(version, lines);
        quotes.stands(quote, n, QuoteState.SUBMITTED, now);
        journal.quote(quote, before.map(QuoteRow::state).orElse(null), draft.author() == Side.BUYER ? "COUNTERED" : "QUOTED", QuoteState.SUBMITTED, context,
                details(version));
        return new Written(quotes.find(quote.id()).orElseThrow(), version, lines);
    }

    private static Map<String, String> details(QuoteVersionRow version) {
        Map<String, String> details = new HashMap<>(Map.of("version", String.valueOf(version.n()), "number", version.number()));
        if (version.validTo() != null) {
            details.put("validTo", version.validTo().toString());
        }
        return details;
    }
}
