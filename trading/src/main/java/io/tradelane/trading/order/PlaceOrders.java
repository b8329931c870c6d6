package io.tradelane.trading.order;

import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.Outbox.Said;
import io.tradelane.trading.order.Placement.Terms;
import io.tradelane.trading.partner.Agreements;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The command behind {@link PurchaseOrders#place(List)}: a statement a table, however many orders. */
@Component
class PlaceOrders {
    private final Articles articles;
    private final QuotedPrices quoted;
    private final DeliveryPlaces places;
    private final OrderRepository orders;
    private final OrderJournal journal;
    private final Agreements agreements;
    private final Outbox outbox;
    private final Clock clock;

    PlaceOrders(Articles articles, QuotedPrices quoted, DeliveryPlaces places, OrderRepository orders, OrderJournal journal, Agreements agreements, Outbox outbox, Clock clock) {
        this.articles = articles;
        this.quoted = quoted;
        this.places = places;
        this.orders = orders;
        this.journal = journal;
        this.agreements = agreements;
        this.outbox = outbox;
        this.clock = clock;
    }

    List<DraftedOrder> draft(List<Placement> placements) {
        Set<OrderRepository.Number> taken = new HashSet<>(orders.taken(placements.stream().map(PlaceOrders::number).toList()));
        Map<Terms, List<Placement>> byTerms = placements.stream()
                .filter(placement -> OrderChecks.refusals(placement.document(), placement.parties(), placement.context()).isEmpty())
                .filter(placement -> taken.add(number(placement)))
                .collect(Collectors.groupingBy(Placement::terms, LinkedHashMap::new, Collectors.toList()));
        Map<Parties, Boolean> transmitted = byTerms.keySet().stream()
                .map(terms -> new Parties(terms.buyer(), terms.supplier()))
                .distinct()
                .collect(Collectors.toMap(parties -> parties, this::transmitted));
        List<DraftedOrder> drafts = new ArrayList<>(placements.size());
        byTerms.forEach((terms, group) -> drafts.addAll(draft(terms, group, transmitted)));
        return drafts;
    }

    private List<OrderDraft> draft(Terms terms, List<Placement> group, Map<Parties, Boolean> transmitted) {
        List<Resolution> resolutions = articles.resolve(terms.buyer(), terms.supplier(),
                group.stream().flatMap(placement -> placement.items().stream()).toList(),
                group.stream().flatMap(placement -> placement.document().lines().stream()).map(line -> line.quantity().value()).toList(), terms.currency(), terms.day());
        List<OrderDraft> drafts = new ArrayList<>(group.size());
        int start = 0;
        for (Placement placement : group) {
            int end = start + placement.document().lines().size();
            drafts.add(OrderDraft.of(placement, quoted.of(placement.document(), placement.parties(), resolutions.subList(start, end)),
                    places.unknown(placement.document()), Boolean.TRUE.equals(transmitted.get(placement.parties())), clock));
            start = end;
        }
        return drafts;
    }

    void place(List<DraftedOrder> drafted) {
        List<OrderDraft> drafts = drafted.stream().map(OrderDraft.class::cast).toList();
        orders.insertNew(drafts.stream().map(OrderDraft::order).toList());
        orders.insertLines(drafts.stream().flatMap(draft -> draft.lines().stream()).toList());
        journal.placed(drafts);
        outbox.enqueueAs(drafts.stream()
                .map(draft -> new Said(draft.placement().actor(), draft.outbound()))
                .toList());
    }

    private boolean transmitted(Parties parties) {
        return agreements.outbound(parties.buyer(), parties.supplier(), DocumentType.ORDER).isPresent();
    }

    private static OrderRepository.Number number(Placement placement) {
        return new OrderRepository.Number(placement.parties().buyer(), placement.document().number());
    }
}
