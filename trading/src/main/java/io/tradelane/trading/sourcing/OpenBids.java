package io.tradelane.trading.sourcing;

import io.tradelane.trading.exchange.Concealment;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The opening of sealed bids: from then on the buyer sees what was offered, and its system is told. */
@Component
class OpenBids {
    private final QuoteRepository quotes;
    private final RfqRepository rfqs;
    private final Concealment concealment;
    private final SourcingMessages messages;
    private final SourcingJournal journal;

    OpenBids(QuoteRepository quotes, RfqRepository rfqs, Concealment concealment, SourcingMessages messages, SourcingJournal journal) {
        this.quotes = quotes;
        this.rfqs = rfqs;
        this.concealment = concealment;
        this.messages = messages;
        this.journal = journal;
    }

    /** To be called once the bidding has ended. */
    void open(RfqRow rfq) {
        if (rfq.sealed()) {
            Tenancy.run(Acting.hubFor(rfq.buyerOrgId()), () -> reveal(rfq));
        }
    }

    private void reveal(RfqRow rfq) {
        RfqRow ended = rfqs.find(rfq.id()).orElseThrow();
        quotes.reveal(rfq.id()).forEach(message -> concealment.reveal(message, rfq.buyerOrgId()));
        List<QuoteRow> offered = quotes.ofRfq(rfq.id());
        for (QuoteRow quote : offered) {
            quotes.current(quote).ifPresent(version -> messages.quotation(ended, version,
                    quotes.lines(List.of(version.id())).getOrDefault(version.id(), List.of()), MessageContext.NONE));
        }
        List<UUID> nobodyElse = List.of();
        journal.request(ended, nobodyElse, "OPENED", null, MessageContext.NONE, Map.of("quotes", String.valueOf(offered.size())));
    }
}
