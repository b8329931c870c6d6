package io.tradelane.trading.order;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.Decision;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.shared.Quantity;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the partners' systems are told about a buyer's change: an ORDCHG to the supplier, the answer as ORDRSP to the buyer. */
@Component
class ChangeMessages {
    private final ChangeRepository responses;
    private final Agreements agreements;
    private final Outbox outbox;
    private final Clock clock;

    ChangeMessages(ChangeRepository responses, Agreements agreements, Outbox outbox, Clock clock) {
        this.responses = responses;
        this.agreements = agreements;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** As the buyer sent it, without what cannot be changed any more, each line with the supplier's own article number. */
    void toSupplier(OrderRow order, ChangeRequest request, Revision.Lines after, UUID change, MessageContext context) {
        if (agreements.outbound(order.buyerOrgId(), order.supplierOrgId(), DocumentType.ORDER_CHANGE).isEmpty()) {
            return;
        }
        Map<String, LineRow> known = after.lines().stream().collect(Collectors.toMap(LineRow::lineNumber, line -> line, (one, other) -> one));
        List<String> refused = request.refused().stream().map(ChangeRequest.Asked::lineNumber).toList();
        OrderChangeDocument said = request.document();
        OrderChangeDocument document = new OrderChangeDocument(said.number(), said.issueDate(), said.orderNumber(), said.sequence(), said.action(),
                said.requestedDelivery(), said.currency(), said.parties(), said.references(), said.reason(), said.note(),
                said.lines().stream().filter(line -> !refused.contains(line.lineNumber())).map(line -> numbered(line, known.get(line.lineNumber()))).toList());
        outbox.enqueue(new OutboundDocument(order.buyerOrgId(), order.supplierOrgId(), document, order.number(), context.interchange(),
                context.message(), "ordchg:" + change));
    }

    private static OrderChangeDocument.Line numbered(OrderChangeDocument.Line line, @Nullable LineRow row) {
        Item item = row == null ? line.item() : row.item();
        return new OrderChangeDocument.Line(line.lineNumber(), line.action(), item, line.quantity(), line.price(), line.amount(), line.requestedDelivery(), line.note());
    }

    /** Some lines cannot be changed any more; the others are, without anybody having to agree. */
    void partRefused(OrderRow order, List<RevisedLine> lines, UUID change, MessageContext context, OffsetDateTime now) {
        send(order, Decision.ACCEPTED_WITH_CHANGES, lines.stream().filter(line -> line.refused() != null).map(ChangeMessages::refused).toList(),
                null, number(order), null, change, context, now);
    }

    /** The order stays as it was. */
    void refused(OrderRow order, List<RevisedLine> lines, @Nullable String reason, UUID change, MessageContext context, OffsetDateTime now) {
        answered(order, lines, List.of(), reason, new Said(number(order), null), change, context, now);
    }

    /** @param contentHash of the supplier's ORDRSP; {@code null} when there is none */
    record Said(String number, byte @Nullable [] contentHash) {}

    /** @param after all lines as they stand now; empty when nothing of the change was accepted */
    void answered(
            OrderRow order, List<RevisedLine> lines, List<LineRow> after, @Nullable String reason, Said said, UUID change, MessageContext context,
            OffsetDateTime now) {
        List<String> refused = lines.stream().filter(line -> after.isEmpty() || line.refused() != null).map(RevisedLine::lineNumber).toList();
        Decision decision = after.isEmpty() ? Decision.REJECTED : refused.isEmpty() ? Decision.ACCEPTED : Decision.ACCEPTED_WITH_CHANGES;
        List<OrderResponseDocument.Line> told = new java.util.ArrayList<>(after.stream()
                .filter(line -> line.state().live() && !refused.contains(line.lineNumber()))
                .map(line -> accepted(line, order.currency()))
                .toList());
        lines.stream().filter(line -> refused.contains(line.lineNumber())).map(ChangeMessages::refused).forEach(told::add);
        send(order, decision, told, reason, said.number(), said.contentHash(), change, context, now);
    }

    String number(OrderRow order) {
        return order.number() + "-R" + (responses.responses(order.id()) + 1);
    }

    private void send(
            OrderRow order, Decision decision, List<OrderResponseDocument.Line> lines, @Nullable String note, String number,
            byte @Nullable [] contentHash, UUID change, MessageContext context, OffsetDateTime now) {
        UUID response = responses.insertResponse(order, number, decision.name(), contentHash, context, now);
        if (agreements.outbound(order.supplierOrgId(), order.buyerOrgId(), DocumentType.ORDER_RESPONSE).isPresent()) {
            OrderResponseDocument document = new OrderResponseDocument(number, LocalDate.now(clock), order.number(), order.supplierOrderNumber(),
                    decision, order.currency(), OrderJson.parties(order.parties()), note, lines);
            outbox.enqueue(new OutboundDocument(order.supplierOrgId(), order.buyerOrgId(), document, order.number(), context.interchange(),
                    context.message(), "ordrsp:" + response));
        }
    }

    private static OrderResponseDocument.Line refused(RevisedLine line) {
        return new OrderResponseDocument.Line(line.lineNumber(), LineDecision.NOT_ACCEPTED, new Item(null, null, null, line.item()), null, null, null,
                line.refused() == null ? null : line.refused().text());
    }

    private static OrderResponseDocument.Line accepted(LineRow line, String currency) {
        return new OrderResponseDocument.Line(line.lineNumber(), LineDecision.ACCEPTED, line.item(), new Quantity(line.due(), line.unit()),
                line.priceThatCounts(currency), line.deliveryDate(), null);
    }
}
