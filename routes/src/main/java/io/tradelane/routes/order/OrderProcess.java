package io.tradelane.routes.order;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Senders;
import io.tradelane.routes.inbound.Straight;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.DraftedOrder;
import io.tradelane.trading.order.Placement;
import io.tradelane.trading.order.PurchaseOrders;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings orders, their changes and their answers to the engine. */
@Component
public class OrderProcess implements Straight {
    private final PurchaseOrders orders;
    private final Senders senders;
    private final Verdicts verdicts;

    OrderProcess(PurchaseOrders orders, Senders senders, Verdicts verdicts) {
        this.orders = orders;
        this.senders = senders;
        this.verdicts = verdicts;
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER;
    }

    @Override
    public Effects prepare(List<Message> messages) {
        List<Placement> placements = messages.stream().flatMap(message -> placement(message).stream()).toList();
        return new Drafts(orders.draft(placements));
    }

    private Optional<Placement> placement(Message message) {
        return senders.parties(message).map(parties -> new Placement(
                message.document(OrderDocument.class), parties, Senders.context(message), senders.actor(message)));
    }

    private final class Drafts implements Effects {
        private final List<DraftedOrder> drafts;

        Drafts(List<DraftedOrder> drafts) {
            this.drafts = drafts;
        }

        @Override
        public Set<UUID> messages() {
            return drafts.stream().map(Drafts::message).collect(Collectors.toSet());
        }

        @Override
        public void write(Set<UUID> messages) {
            orders.place(drafts.stream().filter(draft -> messages.contains(message(draft))).toList());
        }

        private static UUID message(DraftedOrder draft) {
            return Objects.requireNonNull(draft.placement().context().message());
        }
    }

    public void placeOrder(InboundMessage inbound) {
        verdicts.apply(inbound.message(), this::place);
    }

    public void applyResponse(InboundMessage inbound) {
        verdicts.apply(inbound.message(), this::respond);
    }

    public void applyChange(InboundMessage inbound) {
        verdicts.apply(inbound.message(), this::change);
    }

    private ApplyResult change(Message message) {
        return senders.withParties(message, parties ->
                orders.apply(message.document(OrderChangeDocument.class), parties, Senders.context(message)));
    }

    private ApplyResult place(Message message) {
        return senders.withParties(message, parties ->
                orders.place(message.document(OrderDocument.class), parties, Senders.context(message)));
    }

    private ApplyResult respond(Message message) {
        return senders.withParties(message, parties ->
                orders.apply(message.document(OrderResponseDocument.class), parties, Senders.context(message)));
    }
}
