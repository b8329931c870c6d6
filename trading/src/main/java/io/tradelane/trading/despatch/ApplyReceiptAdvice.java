package io.tradelane.trading.despatch;

import io.tradelane.trading.despatch.GoodsReceipts.Counted;
import io.tradelane.trading.despatch.GoodsReceipts.Difference;
import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.document.ReceiptAdviceDocument.DiscrepancyKind;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.order.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The command behind {@link GoodsReceipts#apply}: a receipt for each order the advice speaks of, all or none. */
@Component
class ApplyReceiptAdvice {
    private final OrderLines orders;
    private final ShipmentRepository shipments;
    private final ReceiptRepository receipts;
    private final PostReceipt postReceipt;
    private final ReceiptNews news;

    ApplyReceiptAdvice(OrderLines orders, ShipmentRepository shipments, ReceiptRepository receipts, PostReceipt postReceipt, ReceiptNews news) {
        this.orders = orders;
        this.shipments = shipments;
        this.receipts = receipts;
        this.postReceipt = postReceipt;
        this.news = news;
    }

    ApplyResult apply(ReceiptAdviceDocument document, Parties parties, MessageContext context) {
        if (!context.speaksFor(parties.buyer())) {
            return new ApplyResult.Rejected(List.of(Refusal.WRONG_SENDER.error("buyer")));
        }
        Set<String> numbers = orderNumbers(document);
        List<BookableOrder> booked = orders.lock(parties, numbers);
        if (numbers.isEmpty() || booked.size() < numbers.size()) {
            Set<String> missing = new LinkedHashSet<>(numbers);
            booked.forEach(order -> missing.remove(order.number()));
            return new ApplyResult.Held(HoldReason.UNKNOWN_ORDER, String.join(", ", missing));
        }
        UUID shipment = document.despatchAdviceNumber() == null ? null
                : shipments.standing(parties, document.despatchAdviceNumber()).map(ShipmentRepository.Standing::id).orElse(null);
        Map<BookableOrder, List<ReceiptAdviceDocument.Line>> byOrder = new LinkedHashMap<>();
        for (ReceiptAdviceDocument.Line line : document.lines()) {
            String number = line.orderNumber() != null ? line.orderNumber() : document.orderNumber();
            booked.stream().filter(order -> order.number().equals(number)).findFirst()
                    .ifPresent(order -> byOrder.computeIfAbsent(order, each -> new ArrayList<>()).add(line));
        }
        List<GoodsReceipts.Receipt> wanted = new ArrayList<>();
        for (Map.Entry<BookableOrder, List<ReceiptAdviceDocument.Line>> entry : byOrder.entrySet()) {
            BookableOrder order = entry.getKey();
            UUID request = requestId(document, parties, order);
            if (receipts.exists(request)) {
                continue;
            }
            List<ReceiptRepository.Uncounted> packed = shipment == null ? List.of() : receipts.uncounted(shipment, order.id());
            Map<UUID, BigDecimal> expected = PostReceipt.expected(order, !packed.isEmpty(), packed);
            Map<UUID, Sum> sums = new LinkedHashMap<>();
            for (ReceiptAdviceDocument.Line line : entry.getValue()) {
                Optional<OrderLines.Line> found = find(order, line).filter(known -> expected.containsKey(known.id()));
                if (found.isEmpty()) {
                    return new ApplyResult.Held(HoldReason.UNKNOWN_LINE, "line " + line.lineNumber());
                }
                if (!found.get().unit().equals(line.received().unit())) {
                    return new ApplyResult.Held(HoldReason.NOT_COMPARABLE, "line " + line.lineNumber());
                }
                sums.merge(found.get().id(), Sum.of(line), Sum::plus);
            }
            List<Counted> counted = sums.entrySet().stream()
                    .map(sum -> sum.getValue().counted(sum.getKey(), expected.getOrDefault(sum.getKey(), BigDecimal.ZERO)))
                    .toList();
            wanted.add(new GoodsReceipts.Receipt(
                    request, order.id(), packed.isEmpty() ? null : shipment,
                    document.receivedAt() == null ? document.issueDate() : document.receivedAt().toLocalDate(), counted));
        }
        return post(document, parties, wanted, booked, context);
    }

    private ApplyResult post(
            ReceiptAdviceDocument document, Parties parties, List<GoodsReceipts.Receipt> wanted, List<BookableOrder> booked, MessageContext context) {
        if (wanted.isEmpty()) {
            return new ApplyResult.NoEffect("the goods receipt stands already", requestId(document, parties, booked.getFirst()));
        }
        for (BookableOrder order : booked) {
            if (!order.agreement().deliverable()) {
                return new ApplyResult.Held(
                        HoldReason.ILLEGAL_TRANSITION, "RECEIVE in state " + order.agreement() + " of order " + order.number());
            }
        }
        for (GoodsReceipts.Receipt receipt : wanted) {
            if (!(postReceipt.post(receipt, false, context) instanceof CommandResult.Done)) {
                throw new IllegalStateException("goods receipt of " + document.number() + " was checked and not posted");
            }
        }
        news.said(wanted.getFirst().requestId(), document, parties, context);
        return new ApplyResult.Applied(wanted.getFirst().requestId());
    }

    private static Set<String> orderNumbers(ReceiptAdviceDocument document) {
        return Stream.concat(Stream.ofNullable(document.orderNumber()), document.lines().stream().flatMap(line -> Stream.ofNullable(line.orderNumber())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same for the same advice, so that it is posted once. */
    private static UUID requestId(ReceiptAdviceDocument document, Parties parties, BookableOrder order) {
        String identity = "receipt-advice " + parties.buyer() + " " + document.number() + " " + order.id();
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<OrderLines.Line> find(BookableOrder order, ReceiptAdviceDocument.Line said) {
        return said.orderLineNumber() != null ? order.line(said.orderLineNumber())
                : order.lines().stream().filter(line -> AdviceLines.same(line, said.item())).findFirst();
    }

    /** What all lines of an advice say of one order line, whose goods may stand in several packages. */
    private record Sum(BigDecimal accepted, BigDecimal refused, @Nullable String reason) {
        private static final Set<DiscrepancyKind> REFUSED = Set.of(DiscrepancyKind.DAMAGED, DiscrepancyKind.DESTROYED, DiscrepancyKind.RETURNED);

        static Sum of(ReceiptAdviceDocument.Line line) {
            BigDecimal received = line.received().value();
            BigDecimal refused = line.accepted() != null ? received.subtract(line.accepted().value()).max(BigDecimal.ZERO)
                    : line.discrepancies().stream()
                            .filter(found -> REFUSED.contains(found.kind()))
                            .map(found -> found.quantity().value())
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .min(received);
            String reasons = line.discrepancies().stream()
                    .flatMap(found -> Stream.ofNullable(found.reason())).distinct().collect(Collectors.joining("; "));
            return new Sum(line.accepted() != null ? line.accepted().value() : received.subtract(refused), refused, reasons.isEmpty() ? null : reasons);
        }

        Sum plus(Sum other) {
            return new Sum(accepted.add(other.accepted), refused.add(other.refused), reason != null ? reason : other.reason);
        }

        Counted counted(UUID orderLine, BigDecimal expected) {
            int compared = accepted.compareTo(expected);
            Difference difference = compared > 0 ? Difference.OVER : refused.signum() > 0 ? Difference.DAMAGED : compared < 0 ? Difference.SHORT : null;
            return new Counted(orderLine, accepted, refused, difference, reason);
        }
    }
}
