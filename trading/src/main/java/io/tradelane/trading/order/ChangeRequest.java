package io.tradelane.trading.order;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderChangeDocument.Action;
import io.tradelane.trading.document.OrderChangeDocument.LineAction;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.RevisedLine.Obstacle;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a buyer's change asks of the lines of an order as they stand now. Lines that would stay as they are, are left out. */
record ChangeRequest(OrderChangeDocument document, List<Asked> lines) {

    /**
     * @param line the line concerned; {@code null} for one to be added
     * @param wanted quantity, price and date as they shall be; {@code null} for one to be deleted
     */
    record Asked(String lineNumber, LineAction action, @Nullable LineRow line, @Nullable Wanted wanted, @Nullable Obstacle obstacle) {

        Asked refusedFor(Obstacle why) {
            return new Asked(lineNumber, action, line, wanted, why);
        }
    }

    record Wanted(Item item, Quantity quantity, @Nullable Price price, @Nullable LocalDate delivery, OrderChangeDocument.@Nullable Line said) {}

    /** Reading a change ends in one of two ways. */
    sealed interface Read {
        record Understood(ChangeRequest request) implements Read {}

        /** @param lineNumber the line that is not on the order, or whose unit or currency is another */
        record Unfit(HoldReason reason, String lineNumber) implements Read {}
    }

    List<Asked> possible() {
        return lines.stream().filter(line -> line.obstacle() == null).toList();
    }

    List<Asked> refused() {
        return lines.stream().filter(line -> line.obstacle() != null).toList();
    }

    static Read of(OrderChangeDocument document, OrderRow order, List<LineRow> lines) {
        List<Asked> asked = new ArrayList<>();
        Set<UUID> named = new HashSet<>();
        if (document.action() != Action.CANCEL) {
            for (OrderChangeDocument.Line said : linesOf(document, lines)) {
                Optional<LineRow> line = Answer.byNumber(lines, said.lineNumber());
                LineAction action = action(document, said, line.isPresent());
                if (action != LineAction.ADD && line.isEmpty()) {
                    return new Read.Unfit(HoldReason.UNKNOWN_LINE, said.lineNumber());
                }
                if (!comparable(said, line.map(LineRow::unit), order.currency())) {
                    return new Read.Unfit(HoldReason.NOT_COMPARABLE, said.lineNumber());
                }
                line.map(LineRow::id).ifPresent(named::add);
                ask(document, order, said, action, line.orElse(null)).ifPresent(asked::add);
            }
        }
        if (document.action() != Action.CHANGE) {
            lines.stream()
                    .filter(line -> line.state().live() && !named.contains(line.id()))
                    .forEach(line -> asked.add(delete(line)));
        }
        return new Read.Understood(new ChangeRequest(document, asked));
    }

    /** A change that names no line and a day moves all of the order to that day. */
    private static List<OrderChangeDocument.Line> linesOf(OrderChangeDocument document, List<LineRow> lines) {
        if (!document.lines().isEmpty() || document.requestedDelivery() == null || document.action() != Action.CHANGE) {
            return document.lines();
        }
        return lines.stream()
                .filter(line -> line.state().live() && !line.despatched())
                .map(line -> new OrderChangeDocument.Line(line.lineNumber(), LineAction.CHANGE, line.item(), null, null, null, null, null))
                .toList();
    }

    /** In a list of all there is, a line is new if it is not there yet; and nothing of a line is its deletion. */
    private static LineAction action(OrderChangeDocument document, OrderChangeDocument.Line said, boolean there) {
        if (said.quantity() != null && said.quantity().isZero() && there) {
            return LineAction.DELETE;
        }
        boolean all = document.action() == Action.REPLACE && said.action() != LineAction.DELETE;
        return all ? there ? LineAction.CHANGE : LineAction.ADD : said.action();
    }

    private static boolean comparable(OrderChangeDocument.Line said, Optional<String> unit, String currency) {
        Quantity quantity = said.quantity();
        Price price = said.price();
        return (quantity == null || unit.isEmpty() || unit.get().equals(quantity.unit()))
                && (price == null || price.amount().currency().equals(currency));
    }

    private static Optional<Asked> ask(
            OrderChangeDocument document, OrderRow order, OrderChangeDocument.Line said, LineAction action, @Nullable LineRow line) {
        LocalDate day = said.requestedDelivery() != null ? said.requestedDelivery() : document.requestedDelivery();
        return switch (action) {
            case NO_CHANGE -> Optional.empty();
            case DELETE -> line == null || !line.state().live() ? Optional.empty() : Optional.of(delete(line));
            case ADD -> {
                Quantity quantity = said.quantity();
                Obstacle obstacle = line != null ? Obstacle.LINE_NUMBER_TAKEN
                        : quantity == null || quantity.value().signum() <= 0 ? Obstacle.QUANTITY : null;
                Quantity wanted = quantity == null ? new Quantity(BigDecimal.ZERO, "PCE") : quantity;
                yield Optional.of(new Asked(said.lineNumber(), action, null,
                        new Wanted(said.item(), wanted, said.price(), day != null ? day : order.requestedDelivery(), said), obstacle));
            }
            case CHANGE -> line == null ? Optional.empty() : change(order, said, line, day);
        };
    }

    private static Optional<Asked> change(
            OrderRow order, OrderChangeDocument.Line said, LineRow line, @Nullable LocalDate day) {
        Price stands = line.priceThatCounts(order.currency());
        Quantity quantity = new Quantity(said.quantity() == null ? line.due() : said.quantity().value(), line.unit());
        Wanted wanted = new Wanted(merged(said.item(), line.item()), quantity, said.price() != null ? said.price() : stands,
                day != null ? day : line.deliveryDate(), said);
        boolean same = line.state().live() && quantity.value().compareTo(line.due()) == 0 && samePrice(wanted.price(), stands)
                && (day == null || day.equals(line.deliveryDate())) && sameNumbers(wanted.item(), line.item())
                && (said.note() == null || said.note().equals(line.note()));
        if (same) {
            return Optional.empty();
        }
        Obstacle obstacle = line.despatched() ? Obstacle.DESPATCHED
                : quantity.value().signum() < 0 ? Obstacle.QUANTITY
                : quantity.value().compareTo(line.shippedQuantity()) < 0 ? Obstacle.MORE_DESPATCHED : null;
        return Optional.of(new Asked(line.lineNumber(), LineAction.CHANGE, line, wanted, obstacle));
    }

    private static Asked delete(LineRow line) {
        return new Asked(line.lineNumber(), LineAction.DELETE, line, null, line.despatched() ? Obstacle.DESPATCHED : null);
    }

    private static boolean samePrice(@Nullable Price wanted, @Nullable Price stands) {
        return wanted == null || stands != null && wanted.perUnit().compareTo(stands.perUnit()) == 0;
    }

    private static boolean sameNumbers(Item one, Item other) {
        return merged(one, other).equals(merged(other, one));
    }

    /** The numbers a change names, and for the others those the line has. */
    private static Item merged(Item said, Item stands) {
        return new Item(said.gtin() != null ? said.gtin() : stands.gtin(),
                said.buyerArticle() != null ? said.buyerArticle() : stands.buyerArticle(),
                said.supplierArticle() != null ? said.supplierArticle() : stands.supplierArticle(),
                stands.description() != null ? stands.description() : said.description());
    }
}
