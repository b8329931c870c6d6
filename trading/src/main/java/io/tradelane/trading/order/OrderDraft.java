package io.tradelane.trading.order;

import io.tradelane.trading.catalogue.Article;
import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as it would stand, not yet written.
 *
 * @param outbound the ORDERS to the supplier, where an agreement asks for one
 */
record OrderDraft(Placement placement, OrderRow order, List<LineRow> lines, OutboundDocument outbound)
        implements DraftedOrder {

    /**
     * @param header what is wrong with none of its lines
     * @param transmitted whether the supplier gets an ORDERS; else it waits for something to be agreed
     */
    static OrderDraft of(Placement placement, List<Resolution> resolutions, List<LineIssue> header, boolean transmitted, Clock clock) {
        UUID id = Ids.next();
        OrderDocument document = placement.document();
        Parties parties = placement.parties();
        MessageContext context = placement.context();
        List<LineRow> lines = lines(id, document, parties, resolutions, header, LocalDate.now(clock));
        OutboundDocument outbound = new OutboundDocument(
                parties.buyer(), parties.supplier(), inSuppliersNumbering(document, resolutions), document.number(), context.interchange(),
                context.message(), "order:" + id);
        return new OrderDraft(placement, header(id, placement, lines, transmitted, OffsetDateTime.now(clock)), lines, outbound);
    }

    /** First line of the order's timeline. */
    Entry placed() {
        return new Entry(PurchaseOrders.ENTITY, order.id(), null, "PLACED", Agreement.ISSUED.name(), placement.context().interchange(),
                placement.context().message(), Set.of(order.buyerOrgId(), order.supplierOrgId()), Map.of(
                "number", order.number(),
                "lines", String.valueOf(lines.size()),
                "total", Figures.money(order.netTotal(), order.currency()).toString(),
                "issues", String.valueOf(order.issueCount())));
    }

    private static OrderRow header(UUID id, Placement placement, List<LineRow> lines, boolean transmitted, OffsetDateTime now) {
        OrderDocument document = placement.document();
        Parties parties = placement.parties();
        MessageContext context = placement.context();
        Derivation derived = Derivation.of(lines, document.currency());
        return new OrderRow(id, parties.buyer(), parties.supplier(), document.number(), null, document.kind().name(),
                document.issueDate(), document.requestedDelivery(), derived.nextDelivery(), document.currency(),
                derived.total().amount(),
                document.total() == null ? null : document.total().amount(), document.paymentTerms(), document.note(),
                OrderJson.write(document.parties()), OrderJson.write(document.references()),
                OrderStatus.Approval.NONE_NEEDED, Agreement.ISSUED, derived.fulfilment(), derived.billing(),
                OrderStatus.Payment.UNPAID,
                transmitted ? OrderStatus.Transmission.QUEUED : OrderStatus.Transmission.NONE,
                lines.stream().mapToInt(line -> OrderJson.issues(line.issues()).size()).sum(), lines.size(),
                placement.contentHash(), placement.actor().source().name(), context.interchange(), context.message(), null, null, now, now, 1, 1);
    }

    /** The lines of a document as rows, with what is known of their articles and what is wrong with them. */
    static List<LineRow> lines(
            UUID order, OrderDocument document, Parties parties, List<Resolution> resolutions, List<LineIssue> header, LocalDate today) {
        List<List<LineIssue>> issues = OrderChecks.issues(document, resolutions, today);
        issues.getFirst().addAll(header);
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
