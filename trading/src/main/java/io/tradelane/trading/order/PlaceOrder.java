package io.tradelane.trading.order;

import io.tradelane.trading.catalogue.Article;
import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The command behind {@link PurchaseOrders#place}. */
@Component
class PlaceOrder {
    private final Articles articles;
    private final OrderRepository orders;
    private final OrderJournal journal;
    private final Agreements agreements;
    private final Outbox outbox;
    private final Clock clock;

    PlaceOrder(Articles articles, OrderRepository orders, OrderJournal journal, Agreements agreements, Outbox outbox,
            Clock clock) {
        this.articles = articles;
        this.orders = orders;
        this.journal = journal;
        this.agreements = agreements;
        this.outbox = outbox;
        this.clock = clock;
    }

    ApplyResult place(OrderDocument document, Parties parties, MessageContext context) {
        List<ApplicationError> refusals = OrderChecks.refusals(document, parties, context);
        if (!refusals.isEmpty()) {
            return new ApplyResult.Rejected(refusals);
        }
        byte[] hash = ContentHash.of(document);
        List<Resolution> resolutions = articles.resolve(parties.buyer(), parties.supplier(),
                document.lines().stream().map(OrderDocument.Line::item).toList(), document.currency(),
                document.issueDate());
        UUID id = Ids.next();
        List<LineRow> lines = lines(id, document, parties, resolutions);
        boolean transmitted = agreements.outbound(parties.buyer(), parties.supplier(), DocumentType.ORDER).isPresent();
        OrderRow order = header(id, document, parties, context, hash, lines, transmitted);
        if (!orders.insert(order)) {
            return repeated(document, parties, hash);
        }
        orders.insertLines(lines);
        journal.record(order, null, "PLACED", Agreement.ISSUED.name(), context, Map.of(
                "number", order.number(),
                "lines", String.valueOf(lines.size()),
                "total", Figures.money(order.netTotal(), order.currency()).toString(),
                "issues", String.valueOf(order.issueCount())));
        if (transmitted) {
            outbox.enqueue(new OutboundDocument(parties.buyer(), parties.supplier(),
                    inSuppliersNumbering(document, resolutions),
                    document.number(), context.interchange(), context.message(), "order:" + id));
        }
        return new ApplyResult.Applied(id);
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

    private OrderRow header(
            UUID id, OrderDocument document, Parties parties, MessageContext context, byte[] hash, List<LineRow> lines,
            boolean transmitted) {
        Derivation derived = Derivation.of(lines, document.currency());
        OffsetDateTime now = OffsetDateTime.now(clock);
        return new OrderRow(id, parties.buyer(), parties.supplier(), document.number(), null, document.kind().name(),
                document.issueDate(), document.requestedDelivery(), derived.nextDelivery(), document.currency(),
                derived.total().amount(),
                document.total() == null ? null : document.total().amount(), document.paymentTerms(), document.note(),
                OrderJson.write(document.parties()), OrderJson.write(document.references()),
                OrderStatus.Approval.NONE_NEEDED, Agreement.ISSUED, derived.fulfilment(), derived.billing(),
                OrderStatus.Payment.UNPAID,
                transmitted ? OrderStatus.Transmission.QUEUED : OrderStatus.Transmission.NONE,
                lines.stream().mapToInt(line -> OrderJson.issues(line.issues()).size()).sum(), lines.size(), hash,
                Tenancy.current().source().name(), context.interchange(), context.message(), null, null, now, now, 1);
    }

    private List<LineRow> lines(UUID order, OrderDocument document, Parties parties, List<Resolution> resolutions) {
        List<List<LineIssue>> issues = OrderChecks.issues(document, resolutions, LocalDate.now(clock));
        List<LineRow> rows = new ArrayList<>(document.lines().size());
        for (int i = 0; i < document.lines().size(); i++) {
            OrderDocument.Line line = document.lines().get(i);
            Resolution known = resolutions.get(i);
            Article article = known.article();
            Item item = line.item();
            Price price = sameCurrency(line.price(), document.currency());
            Price agreed = known.agreedPrice();
            rows.add(new LineRow(Ids.next(), order, parties.buyer(), parties.supplier(), i + 1, line.lineNumber(),
                    article == null ? null : article.id(),
                    item.gtin() != null || article == null ? item.gtin() : article.gtin(),
                    item.buyerArticle() != null ? item.buyerArticle() : known.buyerArticle(),
                    item.supplierArticle() != null || article == null ? item.supplierArticle() : article.number(),
                    item.description(), line.quantity().unit(), line.quantity().value(),
                    price == null ? null : price.amount().amount(),
                    price == null ? null : price.basis().value(),
                    price == null ? null : price.basis().unit(),
                    agreed == null ? null : agreed.amount().amount(),
                    agreed == null ? null : agreed.basis().value(),
                    agreed == null ? null : agreed.basis().unit(),
                    line.amount() == null ? null : line.amount().amount(),
                    line.requestedDelivery() != null ? line.requestedDelivery() : document.requestedDelivery(),
                    line.note(), OrderJson.write(line.references()), OrderJson.write(issues.get(i)), LineState.OPEN,
                    null, null, null, null, null,
                    BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
        }
        return rows;
    }

    /** A price in another currency is an issue on the line and no price to reckon with. */
    private static @Nullable Price sameCurrency(@Nullable Price price, String currency) {
        return price != null && price.amount().currency().equals(currency) ? price : null;
    }

    /** The order as the supplier gets it: every article known here carries the supplier's own number too. */
    private static OrderDocument inSuppliersNumbering(OrderDocument document, List<Resolution> resolutions) {
        List<OrderDocument.Line> lines = new ArrayList<>(document.lines().size());
        for (int i = 0; i < document.lines().size(); i++) {
            OrderDocument.Line line = document.lines().get(i);
            Article article = resolutions.get(i).article();
            Item item = line.item();
            lines.add(article == null ? line : new OrderDocument.Line(line.lineNumber(),
                    new Item(item.gtin() != null ? item.gtin() : article.gtin(), item.buyerArticle(), article.number(),
                            item.description() != null ? item.description() : article.nameEn()),
                    line.quantity(), line.price(), line.amount(), line.requestedDelivery(), line.note(),
                    line.references()));
        }
        return new OrderDocument(document.number(), document.kind(), document.function(), document.issueDate(),
                document.requestedDelivery(), document.currency(), document.parties(), document.references(),
                document.paymentTerms(), document.note(), document.total(), lines);
    }
}
