package io.tradelane.trading.order;

import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.ChangeRequest.Asked;
import io.tradelane.trading.order.ChangeRequest.Wanted;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lines of an order as a buyer's change makes them, with the same questions to the catalogue as for a new order. */
@Component
class Revision {
    private final Articles articles;
    private final Clock clock;

    Revision(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    /**
     * @param added lines that were not there
     * @param reordered lines there already that are ordered otherwise from now on
     * @param lines all of them, as they stand then
     */
    record Lines(List<LineRow> added, List<LineRow> reordered, List<LineRow> lines) {

        boolean somethingLeft() {
            return lines.stream().anyMatch(line -> line.state().live());
        }

        int issues() {
            return lines.stream().mapToInt(line -> OrderJson.issues(line.issues()).size()).sum();
        }
    }

    /** @param agreed the supplier has said yes: what changes is confirmed at once */
    Lines of(ChangeRequest request, OrderRow order, List<LineRow> lines, boolean agreed) {
        List<Asked> wanted = request.possible().stream().filter(asked -> asked.wanted() != null).toList();
        List<LineRow> fresh = wanted.isEmpty() ? List.of() : read(request, order, wanted);
        Map<UUID, Asked> deleted = request.possible().stream()
                .filter(asked -> asked.wanted() == null)
                .collect(Collectors.toMap(asked -> Objects.requireNonNull(asked.line()).id(), Function.identity()));
        Map<UUID, LineRow> changed = new java.util.HashMap<>();
        List<LineRow> added = new ArrayList<>();
        int position = lines.stream().mapToInt(LineRow::position).max().orElse(0);
        for (int i = 0; i < wanted.size(); i++) {
            LineRow line = wanted.get(i).line();
            LineRow now = line == null ? fresh.get(i).at(++position) : line.ordered(fresh.get(i));
            LineRow after = agreed ? confirmed(now, order.currency()) : now;
            if (line == null) {
                added.add(after);
            } else {
                changed.put(line.id(), after);
            }
        }
        List<LineRow> all = new ArrayList<>(lines.stream()
                .map(line -> deleted.containsKey(line.id()) ? line.withoutRest() : changed.getOrDefault(line.id(), line))
                .toList());
        all.addAll(added);
        return new Lines(added, List.copyOf(changed.values()), all);
    }

    private static LineRow confirmed(LineRow line, String currency) {
        return line.confirmed(line.quantity(), line.priceThatCounts(currency), line.requestedDelivery());
    }

    private List<LineRow> read(ChangeRequest request, OrderRow order, List<Asked> wanted) {
        OrderDocument document = new OrderDocument(order.number(), OrderDocument.Kind.valueOf(order.kind()),
                OrderDocument.Function.ORIGINAL, request.document().issueDate(), null, order.currency(), List.of(), List.of(),
                null, null, null, wanted.stream().map(Revision::line).toList());
        List<Item> items = document.lines().stream().map(OrderDocument.Line::item).toList();
        List<Resolution> resolutions = articles.resolve(
                order.buyerOrgId(), order.supplierOrgId(), items, document.lines().stream().map(line -> line.quantity().value()).toList(), order.currency(), request.document().issueDate());
        return OrderDraft.lines(order.id(), document, order.deal(), resolutions, List.of(), LocalDate.now(clock));
    }

    private static OrderDocument.Line line(Asked asked) {
        Wanted wanted = Objects.requireNonNull(asked.wanted());
        var said = Objects.requireNonNull(wanted.said());
        String note = said.note() != null || asked.line() == null ? said.note() : asked.line().note();
        return new OrderDocument.Line(
                asked.lineNumber(), wanted.item(), wanted.quantity(), wanted.price(), said.amount(), wanted.delivery(), note, List.of());
    }

    /** Old and new beside each other, for people. */
    static List<RevisedLine> shown(ChangeRequest request, String currency) {
        return request.lines().stream().map(asked -> shown(asked, currency)).toList();
    }

    private static RevisedLine shown(Asked asked, String currency) {
        LineRow line = asked.line();
        Wanted wanted = asked.wanted();
        BigDecimal left = line == null ? null : Figures.quantity(line.shippedQuantity());
        return new RevisedLine(asked.lineNumber(), asked.action(), item(line, wanted),
                line != null ? line.unit() : unit(wanted),
                line == null ? null : Figures.quantity(line.due()),
                wanted != null ? Figures.quantity(wanted.quantity().value()) : left,
                line == null ? null : line.priceThatCounts(currency), price(wanted),
                line == null ? null : line.deliveryDate(), wanted == null ? null : wanted.delivery(), asked.obstacle());
    }

    private static String unit(@Nullable Wanted wanted) {
        return wanted == null ? "" : wanted.quantity().unit();
    }

    private static @Nullable Price price(@Nullable Wanted wanted) {
        return wanted == null ? null : wanted.price();
    }

    private static @Nullable String item(@Nullable LineRow line, @Nullable Wanted wanted) {
        Item item = line != null ? line.item() : wanted == null ? null : wanted.item();
        if (item == null) {
            return null;
        }
        return item.description() != null ? item.description()
                : item.supplierArticle() != null ? item.supplierArticle()
                : item.buyerArticle() != null ? item.buyerArticle() : item.gtin();
    }

    /** For the timeline: {@code 100 → 80 PCE}. */
    static Map<String, String> told(List<RevisedLine> lines) {
        return lines.stream().collect(Collectors.toMap(line -> "line " + line.lineNumber(), Revision::told, (one, other) -> one + " · " + other));
    }

    private static String told(RevisedLine line) {
        String mark = line.refused() != null ? "✗ " : line.action() == LineAction.ADD ? "+ " : "";
        StringBuilder text = new StringBuilder(mark);
        Quantity before = quantity(line.quantityBefore(), line.unit());
        Quantity after = quantity(line.quantity(), line.unit());
        if (before == null || after == null || before.value().compareTo(after.value()) != 0) {
            text.append(before == null ? "" : before.value().toPlainString() + " → ")
                    .append(after == null ? "0" : after.value().toPlainString()).append(' ').append(line.unit());
        }
        Price price = line.price();
        if (price != null && (line.priceBefore() == null || line.priceBefore().perUnit().compareTo(price.perUnit()) != 0)) {
            text.append(" · ").append(line.priceBefore() == null ? "" : OrderChecks.text(line.priceBefore()) + " → ").append(OrderChecks.text(price));
        }
        if (line.delivery() != null && !line.delivery().equals(line.deliveryBefore())) {
            text.append(" · ").append(line.deliveryBefore() == null ? "" : line.deliveryBefore() + " → ").append(line.delivery());
        }
        return text.toString();
    }

    private static @Nullable Quantity quantity(@Nullable BigDecimal value, String unit) {
        return value == null ? null : new Quantity(value, unit);
    }
}
