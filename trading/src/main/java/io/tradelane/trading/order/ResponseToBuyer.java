package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.OrderResponseDocument.Decision;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.order.AgreementTransition.Event;
import io.tradelane.trading.shared.Quantity;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the buyer's system what the supplier answered: an ORDRSP that names every line, in the buyer's numbering. */
@Component
class ResponseToBuyer {
    private final Outbox outbox;
    private final Clock clock;

    ResponseToBuyer(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void send(OrderRow order, List<LineRow> lines, Answer answer, Event event, String number, UUID responseId,
            MessageContext context) {
        outbox.enqueue(new OutboundDocument(order.supplierOrgId(), order.buyerOrgId(), document(order, lines, answer, event, number), order.number(),
                context.interchange(), context.message(), "ordrsp:" + responseId));
    }

    private OrderResponseDocument document(OrderRow order, List<LineRow> lines, Answer answer, Event event,
            String number) {
        Map<UUID, Answer.LineAnswer> said =
                answer.lines().stream().collect(Collectors.toMap(line -> line.line().id(), Function.identity(),
                        (first, second) -> first));
        Decision decision = switch (event) {
            case ACKNOWLEDGE -> Decision.ACKNOWLEDGED;
            case REJECT -> Decision.REJECTED;
            case PROPOSE_CHANGE -> Decision.ACCEPTED_WITH_CHANGES;
            default -> Decision.ACCEPTED;
        };
        return new OrderResponseDocument(number, LocalDate.now(clock), order.number(),
                answer.supplierOrderNumber() != null ? answer.supplierOrderNumber() : order.supplierOrderNumber(),
                decision, order.currency(), OrderJson.parties(order.parties()), answer.note(),
                decision == Decision.ACKNOWLEDGED ? List.of()
                        : lines.stream().map(line -> line(line, said.get(line.id()), decision, order.currency()))
                        .toList());
    }

    private static OrderResponseDocument.Line line(
            LineRow line, Answer.@Nullable LineAnswer said, Decision decision, String currency) {
        boolean rejected = decision == Decision.REJECTED || said != null && said.rejected() || !line.state().live();
        boolean changed = !rejected && said != null && said.differs(currency);
        Price price = said != null && said.price() != null ? said.price() : line.priceThatCounts(currency);
        return new OrderResponseDocument.Line(
                line.lineNumber(),
                rejected ? LineDecision.NOT_ACCEPTED : changed ? LineDecision.CHANGED : LineDecision.ACCEPTED,
                line.item(),
                rejected ? null : new Quantity(said != null && said.quantity() != null ? said.quantity() : line.due(),
                        line.unit()),
                rejected ? null : price,
                rejected ? null : said != null && said.promised() != null ? said.promised() : line.deliveryDate(),
                said == null ? null : said.reason());
    }
}
