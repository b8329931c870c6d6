package io.tradelane.trading.order;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.AgreementTransition.Event;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the rooms below the order need of it: its lines to book against, and the one way to tell it what was shipped,
 * received, invoiced and paid. Orders handed out are locked until the transaction ends.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OrderLines {
    private final OrderRepository orders;
    private final OrderJournal journal;
    private final Clock clock;

    OrderLines(OrderRepository orders, OrderJournal journal, Clock clock) {
        this.orders = orders;
        this.journal = journal;
        this.clock = clock;
    }

    /** An order as the rooms below see it. */
    public record BookableOrder(UUID id, String number, Parties parties, String currency, Agreement agreement,
            int version, List<Line> lines) {

        /** The line of a number, padded with zeros or not. */
        public Optional<Line> line(String number) {
            Optional<Line> exact = lines.stream().filter(line -> line.lineNumber().equals(number)).findFirst();
            return exact.isPresent() ? exact
                    : lines.stream().filter(line -> Answer.unpadded(line.lineNumber()).equals(Answer.unpadded(number)))
                    .findFirst();
        }
    }

    /**
     * @param due what is to be delivered; zero on a rejected line
     * @param counted what receipts have dealt with, good, damaged or missing
     * @param price what counts: confirmed, else ordered, else agreed
     */
    public record Line(
            UUID id,
            UUID orderId,
            int position,
            String lineNumber,
            @Nullable UUID article,
            @Nullable String gtin,
            @Nullable String buyerArticle,
            @Nullable String supplierArticle,
            @Nullable String description,
            String unit,
            BigDecimal due,
            BigDecimal shipped,
            BigDecimal counted,
            BigDecimal received,
            BigDecimal damaged,
            BigDecimal invoiced,
            @Nullable Price price) {

        /** What may still be despatched. */
        public BigDecimal open() {
            return due.subtract(shipped).max(BigDecimal.ZERO);
        }
    }

    /** By how much a line's quantities grow; negative to take something back. */
    public record Advance(
            UUID lineId, BigDecimal shipped, BigDecimal counted, BigDecimal received, BigDecimal damaged,
            BigDecimal invoiced) {

        public static Advance shipped(UUID line, BigDecimal quantity) {
            return new Advance(line, quantity, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        public static Advance received(UUID line, BigDecimal counted, BigDecimal received, BigDecimal damaged) {
            return new Advance(line, BigDecimal.ZERO, counted, received, damaged, BigDecimal.ZERO);
        }

        public static Advance invoiced(UUID line, BigDecimal quantity) {
            return new Advance(line, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, quantity);
        }

        Advance plus(Advance other) {
            return new Advance(lineId, shipped.add(other.shipped), counted.add(other.counted), received
                    .add(other.received),
                    damaged.add(other.damaged), invoiced.add(other.invoiced));
        }
    }

    /** What happened to the lines; each is one entry of the order's timeline. */
    public enum Happening {
        DESPATCHED,
        RECEIVED,
        INVOICED,
        /** Part of an invoice was refused or taken back. */
        INVOICE_REDUCED,
        PAID
    }

    public List<BookableOrder> lock(Parties parties, Collection<String> numbers) {
        return bookable(orders.lock(parties, numbers));
    }

    public Optional<BookableOrder> lock(UUID order) {
        return bookable(orders.lock(order).stream().toList()).stream().findFirst();
    }

    /** To look at, not to book on: nothing is locked. */
    public Optional<BookableOrder> read(UUID order) {
        return bookable(orders.find(order).stream().toList()).stream().findFirst();
    }

    public List<BookableOrder> lock(Collection<UUID> ids) {
        return bookable(orders.lockAll(ids));
    }

    /**
     * Books quantities on lines, and what follows from them on the headers of their orders.
     *
     * @param details for the timeline: the number of the despatch advice, the receipt, the invoice
     */
    public void advance(
            Collection<UUID> orderIds, List<Advance> advances, Happening happening, Map<String, String> details,
            MessageContext context) {
        Map<UUID, Advance> byLine = advances.stream()
                .collect(Collectors.toMap(Advance::lineId, Function.identity(), Advance::plus));
        Map<UUID, List<LineRow>> lines = orders.lines(orderIds);
        Map<UUID, List<LineRow>> after = lines.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, order ->
                order.getValue().stream().map(line -> byLine.containsKey(line.id())
                        ? line.advanced(byLine.get(line.id())) : line).toList()));
        orders.updateLines(after.values().stream().flatMap(List::stream).filter(line -> byLine.containsKey(line.id()))
                .toList());
        orders.lockAll(orderIds).forEach(order ->
                follow(order, after.getOrDefault(order.id(), List.of()), order.payment(), happening, details, context));
    }

    /** How far the order's invoices are paid. */
    public void paid(UUID orderId, OrderStatus.Payment payment, Map<String, String> details, MessageContext context) {
        orders.lock(orderId).ifPresent(order ->
                follow(order, orders.lines(orderId), payment, Happening.PAID, details, context));
    }

    private void follow(
            OrderRow order, List<LineRow> lines, OrderStatus.Payment payment, Happening happening,
            Map<String, String> details,
            MessageContext context) {
        Derivation derived = Derivation.of(lines, order.currency());
        boolean done = derived.fulfilment() == OrderStatus.Fulfilment.RECEIVED
                && derived.billing() == OrderStatus.Billing.INVOICED && payment == OrderStatus.Payment.PAID;
        Optional<Agreement> completed = done
                ? AgreementTransition.next(order.agreement(), Event.COMPLETE, order.guards()) : Optional.empty();
        Agreement agreement = completed.orElse(order.agreement());
        orders.updateHeader(order, derived,
                new OrderRepository.HeaderChange(agreement, payment, null, false, OffsetDateTime.now(clock)));
        switch (happening) {
            case DESPATCHED, RECEIVED -> journal.record(
                    order, order.fulfilment().name(), happening.name(), derived.fulfilment().name(), context, details);
            case INVOICED, INVOICE_REDUCED -> journal.record(
                    order, order.billing().name(), happening.name(), derived.billing().name(), context, details);
            case PAID -> journal.record(order, order.payment().name(), happening.name(), payment.name(), context,
                    details);
        }
        if (completed.isPresent()) {
            journal.record(order, order.agreement().name(), Event.COMPLETE.name(), agreement.name(), context, Map.of());
        }
    }

    private List<BookableOrder> bookable(List<OrderRow> rows) {
        Map<UUID, List<LineRow>> lines = orders.lines(rows.stream().map(OrderRow::id).toList());
        return rows.stream()
                .map(order -> new BookableOrder(order.id(), order.number(), order.deal(), order.currency(),
                        order.agreement(), order.version(),
                        lines.getOrDefault(order.id(), List.of()).stream().map(line -> line(line, order.currency()))
                        .toList()))
                .toList();
    }

    private static Line line(LineRow row, String currency) {
        return new Line(row.id(), row.orderId(), row.position(), row.lineNumber(), row.articleId(), row.gtin(),
                row.buyerArticle(),
                row.supplierArticle(), row.description(), row.unit(), Figures.quantity(row.due()),
                Figures.quantity(row.shippedQuantity()),
                Figures.quantity(row.countedQuantity()), Figures.quantity(row.receivedQuantity()),
                Figures.quantity(row.damagedQuantity()),
                Figures.quantity(row.invoicedQuantity()), row.priceThatCounts(currency));
    }
}
