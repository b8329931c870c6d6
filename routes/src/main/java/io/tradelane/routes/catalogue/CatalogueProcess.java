package io.tradelane.routes.catalogue;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Senders;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.trading.cart.PriceNews;
import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.Reindexing;
import io.tradelane.trading.catalogue.SearchSubscriptions;
import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.Tenancy;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings catalogues to the engine. */
@Component
public class CatalogueProcess {
    private final Articles articles;
    private final Reindexing reindexing;
    private final PriceNews prices;
    private final SearchSubscriptions subscriptions;
    private final Senders senders;
    private final Verdicts verdicts;

    CatalogueProcess(Articles articles, Reindexing reindexing, PriceNews prices, SearchSubscriptions subscriptions, Senders senders, Verdicts verdicts) {
        this.articles = articles;
        this.reindexing = reindexing;
        this.prices = prices;
        this.subscriptions = subscriptions;
        this.senders = senders;
        this.verdicts = verdicts;
    }

    public void applyCatalogue(InboundMessage inbound) {
        verdicts.apply(inbound.message(), this::apply);
    }

    /** What is found by other words, or for another price, than its own change. */
    public void indexAnew() {
        Tenancy.run(Tenancy.Actor.hub(), () -> {
            boolean more = true;
            while (more) {
                more = reindexing.step();
            }
        });
    }

    /** To buyers, by mail. */
    public void tellNews() {
        Tenancy.run(Tenancy.Actor.hub(), () -> {
            prices.tell();
            subscriptions.look();
        });
    }

    /** A supplier speaks of its own articles only. */
    private ApplyResult apply(Message message) {
        CatalogueDocument catalogue = message.document(CatalogueDocument.class);
        UUID sender = message.organisation();
        if (sender == null || !senders.organisation(catalogue, PartyRole.SUPPLIER).orElse(sender).equals(sender)) {
            return new ApplyResult.Rejected(List.of(Refusal.WRONG_SENDER.error("supplier")));
        }
        UUID buyer = senders.organisation(catalogue, PartyRole.BUYER).orElse(message.counterparty());
        Articles.Applied applied = articles.apply(catalogue, sender, sender.equals(buyer) ? null : buyer);
        return applied.articles() == 0 ? new ApplyResult.NoEffect("no-articles", message.id()) : new ApplyResult.Applied(message.id());
    }
}
