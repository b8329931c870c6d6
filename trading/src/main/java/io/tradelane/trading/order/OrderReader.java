package io.tradelane.trading.order;

import static java.util.Objects.requireNonNull;

import io.tradelane.trading.document.OrderDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one order with everything that is shown of it. */
@Repository
class OrderReader {
    private final JdbcClient jdbc;
    private final OrderRepository orders;
    private final ChangeRepository changes;
    private final BuyerChangeRepository buyerChanges;
    private final Clock clock;

    OrderReader(JdbcClient jdbc, OrderRepository orders, ChangeRepository changes, BuyerChangeRepository buyerChanges, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.changes = changes;
        this.buyerChanges = buyerChanges;
        this.clock = clock;
    }

    Optional<OrderView> find(UUID id) {
        return orders.find(id).map(this::view);
    }

    List<OrderView> byNumber(String number) {
        return jdbc.sql("select * from purchase_order where number = :number order by id desc limit 20")
                .param("number", number)
                .query(OrderRow.class)
                .list()
                .stream()
                .map(this::view)
                .toList();
    }

    private OrderView view(OrderRow order) {
        Map<UUID, Company> companies = companies(order);
        List<LineRow> lines = orders.lines(order.id());
        Map<UUID, ArticleName> names = articleNames(lines);
        LocalDate today = LocalDate.now(clock);
        String currency = order.currency();
        return new OrderView(order.id(), order.number(), order.supplierOrderNumber(),
                OrderDocument.Kind.valueOf(order.kind()),
                requireNonNull(companies.get(order.buyerOrgId())), requireNonNull(companies.get(order.supplierOrgId())), order.issuedOn(),
                order.requestedDelivery(),
                order.nextDelivery(),
                order.nextDelivery() != null && order.nextDelivery().isBefore(today) && order.agreement().deliverable(),
                currency, Figures.money(order.netTotal(), currency),
                order.statedTotal() == null ? null : Figures.money(order.statedTotal(), currency),
                order.paymentTerms(), order.note(),
                OrderJson.parties(order.parties()), OrderJson.references(order.documentReferences()), order.status(),
                order.interchangeId(), order.messageId(), order.createdAt().toInstant(), order.orderVersion(), order.version(),
                lines.stream().map(line -> line(line, line.articleId() == null ? null : names.get(line.articleId()), currency)).toList(),
                order.agreement() == Agreement.CHANGE_PENDING_BUYER ? change(order, lines) : null,
                buyerChanges.of(order.id()),
                answers(order.id()));
    }

    private Map<UUID, Company> companies(OrderRow order) {
        return jdbc.sql("select id, name, name_local, gln from organisation where id in (:ids)")
                .param("ids", List.of(order.buyerOrgId(), order.supplierOrgId()))
                .query(Company.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Company::id, Function.identity()));
    }

    private record ArticleName(UUID id, @Nullable String nameZh, @Nullable String nameEn) {}

    private Map<UUID, ArticleName> articleNames(List<LineRow> lines) {
        List<UUID> ids = lines.stream().map(LineRow::articleId).filter(id -> id != null).distinct().toList();
        return ids.isEmpty() ? Map.of() : jdbc.sql("select id, name_zh, name_en from article where id in (:ids)")
                .param("ids", ids)
                .query(ArticleName.class)
                .list()
                .stream()
                .collect(Collectors.toMap(ArticleName::id, Function.identity()));
    }

    private static OrderView.Line line(LineRow row, @Nullable ArticleName name, String currency) {
        return new OrderView.Line(row.id(), row.position(), row.lineNumber(), row.articleId(), row.gtin(),
                row.buyerArticle(),
                row.supplierArticle(), row.description(), name == null ? null : name.nameZh(), name == null ? null
                : name.nameEn(),
                row.unit(), Figures.quantity(row.quantity()), row.confirmedQuantity() == null ? null
                : Figures.quantity(row.confirmedQuantity()),
                Figures.quantity(row.shippedQuantity()), Figures.quantity(row.receivedQuantity()),
                Figures.quantity(row.damagedQuantity()),
                Figures.quantity(row.invoicedQuantity()), row.orderedPrice(currency), row.agreedPrice(currency),
                row.confirmedPrice(currency), row.amount(currency), row.requestedDelivery(), row.promisedDelivery(),
                row.state(),
                row.note(), OrderJson.issues(row.issues()));
    }

    private OrderView.@Nullable Change change(OrderRow order, List<LineRow> lines) {
        Map<UUID, LineRow> byId = lines.stream().collect(Collectors.toMap(LineRow::id, Function.identity()));
        return changes.pending(order.id())
                .map(change -> new OrderView.Change(change.id(), change.proposedAt().toInstant(), change.note(),
                        changes.lines(change.id()).stream()
                                .sorted(Comparator.comparingInt(line -> requireNonNull(byId.get(line.lineId())).position()))
                                .map(line -> new OrderView.ChangeLine(line.lineId(),
                                        requireNonNull(byId.get(line.lineId())).lineNumber(), line.rejected(),
                                        line.quantity() == null ? null : Figures.quantity(line.quantity()),
                                        line.price(order.currency()), line.promisedDelivery(), line.reason()))
                                .toList()))
                .orElse(null);
    }

    private List<OrderView.Answer> answers(UUID order) {
        return jdbc.sql("select number, decision, at, source, actor, message_id from order_response where order_id = :order order by at, id")
                .param("order", order)
                .query((row, n) -> new OrderView.Answer(row.getString("number"), row.getString("decision"),
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("source"),
                        row.getString("actor"),
                        row.getObject("message_id", UUID.class)))
                .list();
    }
}
