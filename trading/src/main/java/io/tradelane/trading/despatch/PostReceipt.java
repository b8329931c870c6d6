package io.tradelane.trading.despatch;

import io.tradelane.trading.despatch.GoodsReceipts.Counted;
import io.tradelane.trading.despatch.GoodsReceipts.Receipt;
import io.tradelane.trading.despatch.ReceiptRepository.PackageCount;
import io.tradelane.trading.despatch.ReceiptRepository.ShipmentMove;
import io.tradelane.trading.despatch.ReceiptRepository.Uncounted;
import io.tradelane.trading.exchange.ControlNumbers;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.ledger.Account;
import io.tradelane.trading.ledger.Ledger;
import io.tradelane.trading.ledger.Posting;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.CommandResult.Problem;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderLines.Advance;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The command behind {@link GoodsReceipts#post}. */
@Component
class PostReceipt {
    private final OrderLines orders;
    private final ReceiptRepository receipts;
    private final ControlNumbers numbers;
    private final StockKeeping stock;
    private final Journal journal;
    private final Ledger ledger;
    private final ReceiptNews news;
    private final ObjectProvider<ReceiptListener> listeners;
    private final Clock clock;

    PostReceipt(
            OrderLines orders, ReceiptRepository receipts, ControlNumbers numbers, StockKeeping stock, Journal journal, Ledger ledger, ReceiptNews news,
            ObjectProvider<ReceiptListener> listeners, Clock clock) {
        this.orders = orders;
        this.receipts = receipts;
        this.numbers = numbers;
        this.stock = stock;
        this.journal = journal;
        this.ledger = ledger;
        this.news = news;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** @param told whether the supplier gets what was counted; not where it gets the buyer's own words */
    CommandResult post(Receipt receipt, boolean told, MessageContext context) {
        BookableOrder order = orders.lock(receipt.orderId()).filter(PostReceipt::isBuyer).orElse(null);
        if (order == null) {
            return new CommandResult.NotFound();
        }
        if (receipts.exists(receipt.requestId())) {
            return new CommandResult.AlreadyDone(receipt.requestId(), 1);
        }
        if (!order.agreement().deliverable()) {
            return new CommandResult.IllegalTransition(order.agreement().name(), "RECEIVE");
        }
        List<Uncounted> packed = receipt.shipmentId() == null ? List.of()
                : receipts.uncounted(receipt.shipmentId(), order.id());
        if (receipt.shipmentId() != null && packed.isEmpty()) {
            return new CommandResult.IllegalTransition(ShipmentView.State.RECEIVED.name(), "RECEIVE");
        }
        Map<UUID, BigDecimal> expected = expected(order, receipt.shipmentId() != null, packed);
        List<ReceiptLine> lines = new ArrayList<>();
        List<Problem> problems = check(receipt, order, expected, lines);
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        carryOut(receipt, order, packed, lines, told, context);
        return new CommandResult.Done(receipt.requestId(), 1);
    }

    private static boolean isBuyer(BookableOrder order) {
        Tenancy.Actor actor = Tenancy.current();
        return actor.scope() == Tenancy.Scope.HUB || order.parties().buyer().equals(actor.organisation());
    }

    /**
     * Per order line: what the shipment's packages say, else what is despatched and not counted, else what is still
     * due.
     */
    static Map<UUID, BigDecimal> expected(BookableOrder order, boolean ofShipment, List<Uncounted> packed) {
        Map<UUID, BigDecimal> expected = new HashMap<>();
        if (ofShipment) {
            packed.forEach(line -> expected.merge(line.poLineId(), line.shippedQuantity(), BigDecimal::add));
            return expected;
        }
        for (OrderLines.Line line : order.lines()) {
            BigDecimal underway = line.shipped().subtract(line.counted());
            expected.put(line.id(), underway.signum() > 0 ? underway
                    : line.due().subtract(line.received()).max(BigDecimal.ZERO));
        }
        return expected;
    }

    private static List<Problem> check(Receipt receipt, BookableOrder order, Map<UUID, BigDecimal> expected,
            List<ReceiptLine> lines) {
        Map<UUID, OrderLines.Line> byId = order.lines().stream()
                .collect(Collectors.toMap(OrderLines.Line::id, line -> line));
        List<Problem> problems = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        if (receipt.lines().isEmpty()) {
            problems.add(new Problem("lines", "required"));
        }
        for (Counted counted : receipt.lines()) {
            OrderLines.Line line = byId.get(counted.orderLineId());
            BigDecimal open = expected.get(counted.orderLineId());
            if (line == null || open == null || !seen.add(counted.orderLineId())) {
                problems.add(new Problem("lines[" + counted.orderLineId() + "]", "unknown"));
                continue;
            }
            String field = "lines[" + line.lineNumber() + "]";
            if (counted.accepted().signum() < 0 || counted.damaged().signum() < 0) {
                problems.add(new Problem(field + ".accepted", "negative"));
            }
            ReceiptLine counts = new ReceiptLine(line, open, counted);
            if (counts.differs() && counted.difference() == null) {
                problems.add(new Problem(field + ".difference", "required"));
            }
            boolean over = counted.accepted().compareTo(counts.expected()) > 0;
            if (over && counted.difference() != null && counted.difference() != GoodsReceipts.Difference.OVER) {
                problems.add(new Problem(field + ".accepted", "too-large"));
            }
            lines.add(counts);
        }
        return problems;
    }

    private void carryOut(
            Receipt receipt, BookableOrder order, List<Uncounted> packed, List<ReceiptLine> lines, boolean told, MessageContext context) {
        Parties parties = order.parties();
        LocalDate receivedOn = receipt.receivedOn() != null ? receipt.receivedOn() : LocalDate.now(clock);
        String number = "GR-" + "%06d".formatted(
                Long.parseLong(numbers.next(parties.buyer(), parties.buyer(), ControlNumbers.Kind.DOCUMENT)));
        receipts.insert(receipt, order, number, receivedOn, lines);
        Set<UUID> visibleTo = Set.of(parties.buyer(), parties.supplier());
        journal.record(new Entry(GoodsReceipts.ENTITY, receipt.requestId(), null, "POST", "POSTED", context.interchange(), context.message(),
                visibleTo, Map.of("number", number)));
        UUID shipment = receipt.shipmentId();
        String despatchAdvice = null;
        if (shipment != null) {
            receipts.count(distribute(packed, lines));
            ShipmentMove move = receipts.follow(shipment).orElseThrow();
            despatchAdvice = move.number();
            journal.record(new Entry(DespatchAdvices.ENTITY, shipment,
                    move.before(), "RECEIVE", move.after(), context.interchange(), context.message(), visibleTo, Map.of("goodsReceipt", number)));
        }
        stock.lock(parties);
        orders.advance(List.of(order.id()),
                lines.stream().map(line -> Advance.received(line.order().id(), countedOf(receipt, line),
                        line.counted().accepted(), line.counted().damaged())).toList(),
                OrderLines.Happening.RECEIVED, Map.of("goodsReceipt", number), context);
        stock.received(receipt, order, number, receivedOn, lines,
                lines.stream().collect(Collectors.toMap(line -> line.order().id(), line -> countedOf(receipt, line))), context);
        book(receipt.requestId(), order, number, receivedOn, lines);
        if (told) {
            news.counted(receipt.requestId(), number, receivedOn, order, despatchAdvice, lines);
        }
        Set<UUID> received = lines.stream().map(line -> line.order().id()).collect(Collectors.toSet());
        listeners.orderedStream().forEach(listener -> listener.received(received, context));
    }

    /**
     * A shipment's line is done with once it is counted, also as to what is missing; without a shipment only what came
     * is.
     */
    private static BigDecimal countedOf(Receipt receipt, ReceiptLine line) {
        return receipt.shipmentId() != null ? line.expected() : line.counted().accepted().add(line.counted().damaged());
    }

    /** Good pieces fill the packages in their order; what is missing is missing from the last. */
    static List<PackageCount> distribute(List<Uncounted> packed, List<ReceiptLine> lines) {
        List<PackageCount> counts = new ArrayList<>();
        for (ReceiptLine line : lines) {
            BigDecimal accepted = line.counted().accepted();
            BigDecimal damaged = line.counted().damaged();
            List<Uncounted> units = packed.stream().filter(unit -> unit.poLineId().equals(line.order().id())).toList();
            for (int i = 0; i < units.size(); i++) {
                boolean last = i == units.size() - 1;
                BigDecimal good = last ? accepted : accepted.min(units.get(i).shippedQuantity());
                BigDecimal bad = last ? damaged : damaged.min(units.get(i).shippedQuantity().subtract(good));
                counts.add(new PackageCount(units.get(i).id(), good, bad));
                accepted = accepted.subtract(good);
                damaged = damaged.subtract(bad);
            }
        }
        return counts;
    }

    /**
     * Goods against a provisional liability at the buyer's, revenue against what is not invoiced yet at the supplier's.
     */
    private void book(UUID receipt, BookableOrder order, String number, LocalDate date, List<ReceiptLine> lines) {
        Money value = lines.stream().map(line -> line.value(order.currency()))
                .reduce(Money.zero(order.currency()), Money::plus);
        Parties parties = order.parties();
        String text = number + " · " + order.number();
        ledger.post(List.of(
                new Posting(parties.buyer(), Posting.Rule.GOODS_RECEIVED, receipt, date, text,
                        new Posting.Builder(parties.supplier())
                        .debit(Account.INVENTORY, value)
                        .credit(Account.GOODS_RECEIVED_NOT_INVOICED, value)
                        .lines()),
                new Posting(parties.supplier(), Posting.Rule.GOODS_RECEIVED, receipt, date, text,
                        new Posting.Builder(parties.buyer())
                        .debit(Account.UNBILLED_RECEIVABLES, value)
                        .credit(Account.REVENUE, value)
                        .lines())));
    }
}
