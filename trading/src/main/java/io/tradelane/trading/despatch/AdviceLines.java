package io.tradelane.trading.despatch;

import io.tradelane.trading.despatch.ShipmentView.Issue;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds for every line of a despatch advice the order line it delivers, and says what is odd about it. */
final class AdviceLines {
    private final Map<String, BookableOrder> orders;
    private final @Nullable String headerOrder;
    private final Map<UUID, BigDecimal> shipped = new HashMap<>();

    AdviceLines(List<BookableOrder> orders, @Nullable String headerOrder) {
        this.orders = orders.stream().collect(Collectors.toMap(BookableOrder::number, Function.identity()));
        this.headerOrder = headerOrder;
    }

    /** @param order {@code null} only when the line names none and the advice does not either */
    record Matched(DespatchAdviceDocument.Line said, @Nullable BookableOrder order, OrderLines.@Nullable Line line,
            List<Issue> issues) {

        @Nullable UUID orderLine() {
            return line == null ? null : line.id();
        }
    }

    /** The numbers of all orders that the advice delivers on. */
    static Set<String> orderNumbers(DespatchAdviceDocument document) {
        Set<String> numbers = new LinkedHashSet<>();
        if (document.orderNumber() != null) {
            numbers.add(document.orderNumber());
        }
        document.packages().forEach(unit -> unit.lines().forEach(line -> {
            if (line.orderNumber() != null) {
                numbers.add(line.orderNumber());
            }
        }));
        return numbers;
    }

    Matched match(DespatchAdviceDocument.Line said) {
        BookableOrder order = orders.get(said.orderNumber() != null ? said.orderNumber() : headerOrder);
        Optional<OrderLines.Line> line = order == null ? Optional.empty() : find(order, said);
        List<Issue> issues = new ArrayList<>();
        if (line.isEmpty()) {
            issues.add(Issue.UNKNOWN_LINE);
            return new Matched(said, order, null, issues);
        }
        OrderLines.Line found = line.get();
        if (!found.unit().equals(said.shipped().unit())) {
            issues.add(Issue.UNIT_DIFFERS);
        }
        BigDecimal before = shipped.getOrDefault(found.id(), found.shipped());
        BigDecimal after = before.add(said.shipped().value());
        shipped.put(found.id(), after);
        if (after.compareTo(found.due()) > 0) {
            issues.add(Issue.OVER_SHIPPED);
        }
        return new Matched(said, order, found, issues);
    }

    private Optional<OrderLines.Line> find(BookableOrder order, DespatchAdviceDocument.Line said) {
        if (said.orderLineNumber() != null) {
            return order.line(said.orderLineNumber());
        }
        List<OrderLines.Line> candidates = order.lines().stream().filter(line -> same(line, said.item())).toList();
        return candidates.stream()
                .filter(line -> shipped.getOrDefault(line.id(), line.shipped()).compareTo(line.due()) < 0)
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** The line's own number is its identity; without it, any article number that both sides name decides. */
    static boolean same(OrderLines.Line line, Item item) {
        return item.gtin() != null && item.gtin().equals(line.gtin())
                || item.supplierArticle() != null && item.supplierArticle().equals(line.supplierArticle())
                || item.buyerArticle() != null && item.buyerArticle().equals(line.buyerArticle());
    }
}
