package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.order.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The command behind {@link Quotations#apply}. */
@Component
class ApplyQuotation {
    private final RfqRepository rfqs;
    private final InviteeRepository invitees;
    private final SubmitQuote submit;

    ApplyQuotation(RfqRepository rfqs, InviteeRepository invitees, SubmitQuote submit) {
        this.rfqs = rfqs;
        this.invitees = invitees;
        this.submit = submit;
    }

    ApplyResult apply(QuotationDocument document, Parties parties, MessageContext context) {
        if (!context.speaksFor(parties.supplier())) {
            return new ApplyResult.Rejected(List.of(Refusal.WRONG_SENDER.error("supplier")));
        }
        if (parties.buyer().equals(parties.supplier())) {
            return new ApplyResult.Rejected(List.of(Refusal.SAME_PARTY.error()));
        }
        if (document.lines().isEmpty()) {
            return new ApplyResult.Rejected(List.of(Refusal.NO_LINES.error()));
        }
        Optional<RfqRow> rfq = request(document, parties);
        if (rfq.isEmpty() && document.requestNumber() != null) {
            return new ApplyResult.Held(HoldReason.UNKNOWN_REQUEST, document.requestNumber());
        }
        String key = document.version() == null ? document.number() : document.number() + "/" + document.version();
        return submit.submit(new QuoteDraft(rfq.orElse(null), document, parties, Side.SUPPLIER, key, null), context).verdict();
    }

    /** By the number it names; some suppliers name the request where others name the offer. */
    private Optional<RfqRow> request(QuotationDocument document, Parties parties) {
        String named = document.requestNumber() != null ? document.requestNumber()
                : document.references().stream().filter(reference -> reference.kind() == Reference.Kind.QUOTATION).map(Reference::number).findFirst().orElse(null);
        return named == null ? Optional.empty()
                : rfqs.byNumber(parties.buyer(), named)
                .filter(found -> found.publishedAt() != null)
                .filter(found -> invitees.lock(found.id(), parties.supplier()).isPresent());
    }
}
