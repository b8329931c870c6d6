package io.tradelane.trading.order;

import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Tenancy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The command behind {@link PurchaseOrders#place}. */
@Component
class PlaceOrder {
    private final Articles articles;
    private final QuotedPrices quoted;
    private final DeliveryPlaces places;
    private final OrderRepository orders;
    private final OrderJournal journal;
    private final Agreements agreements;
    private final Outbox outbox;
    private final Clock clock;

    PlaceOrder(Articles articles, QuotedPrices quoted, DeliveryPlaces places, OrderRepository orders, OrderJournal journal, Agreements agreements, Outbox outbox,
            Clock clock) {
        this.articles = articles;
        this.quoted = quoted;
        this.places = places;
        this.orders = orders;
        this.journal = journal;
        this.agreements = agreements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param agreed whether the prices in it are what the two agreed, whatever else is agreed for the articles */
    ApplyResult place(OrderDocument document, Parties parties, MessageContext context, boolean agreed) {
        List<ApplicationError> refusals = OrderChecks.refusals(document, parties, context);
        if (!refusals.isEmpty()) {
            return new ApplyResult.Rejected(refusals);
        }
        Placement placement = new Placement(document, parties, context, Tenancy.current());
        List<Resolution> known = articles.resolve(
                parties.buyer(), parties.supplier(), placement.items(), document.lines().stream().map(line -> line.quantity().value()).toList(), document.currency(), document.issueDate());
        List<Resolution> resolutions = agreed ? atItsPrices(document, known) : quoted.of(document, parties, known);
        boolean transmitted = agreements.outbound(parties.buyer(), parties.supplier(), DocumentType.ORDER).isPresent();
        OrderDraft draft = OrderDraft.of(placement, resolutions, places.unknown(document), transmitted, clock);
        if (!orders.insert(draft.order())) {
            return repeated(document, parties, draft.order().contentHash());
        }
        orders.insertLines(draft.lines());
        journal.placed(List.of(draft));
        outbox.enqueue(draft.outbound());
        return new ApplyResult.Applied(draft.order().id());
    }

    void approved(UUID orderId) {
        orders.lock(orderId).ifPresent(order -> {
            orders.approval(orderId, OrderStatus.Approval.APPROVED);
            journal.within(order, order.approval().name(), "APPROVED", OrderStatus.Approval.APPROVED.name());
        });
    }

    private static List<Resolution> atItsPrices(OrderDocument document, List<Resolution> known) {
        List<Resolution> agreed = new ArrayList<>(known.size());
        for (Resolution one : known) {
            agreed.add(new Resolution(one.article(), document.lines().get(agreed.size()).price(), one.buyerArticle(), one.conflict()));
        }
        return agreed;
    }

    private ApplyResult repeated(OrderDocument document, Parties parties, byte[] hash) {
        OrderRepository.Standing standing = orders.standing(parties.buyer(), document.number())
                .orElseThrow(() -> new IllegalStateException("an order stood in the way and is gone: "
                        + document.number()));
        return ContentHash.same(standing.contentHash(), hash)
                ? new ApplyResult.NoEffect("the order stands already", standing.id())
                : new ApplyResult.Held(HoldReason.CONTENT_CONFLICT,
                        "order " + document.number() + " stands already with other content");
    }
}
