package io.tradelane.routes.despatch;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Senders;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.trading.despatch.TransportOrders;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportResponseDocument;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Brings what shippers ask carriers to move, and the answers, to the engine. */
@Component
public class TransportProcess {
    private static final PartyRole[] CARRIERS = {PartyRole.CARRIER, PartyRole.FREIGHT_FORWARDER};
    private static final PartyRole[] WAREHOUSES = {PartyRole.WAREHOUSE, PartyRole.SHIP_FROM, PartyRole.CARRIER};
    private final TransportOrders orders;
    private final Senders senders;
    private final Verdicts verdicts;

    TransportProcess(TransportOrders orders, Senders senders, Verdicts verdicts) {
        this.orders = orders;
        this.senders = senders;
        this.verdicts = verdicts;
    }

    /** One to a carrier who is not here is kept, and found by its numbers. */
    public void applyInstruction(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> bySender(message, shipper -> {
            TransportInstructionDocument document = message.document(TransportInstructionDocument.class);
            PartyRole[] roles = document.kind() == TransportInstructionDocument.Kind.TRANSPORT ? CARRIERS : WAREHOUSES;
            return senders.carrier(message, roles)
                    .map(carrier -> orders.apply(document, shipper, carrier, Senders.context(message)))
                    .orElseGet(() -> new ApplyResult.NoEffect("carrier-not-here", message.id()));
        }));
    }

    public void applyResponse(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> bySender(message, carrier -> orders.apply(
                message.document(TransportResponseDocument.class), carrier, message.counterparty(), Senders.context(message))));
    }

    private static ApplyResult bySender(Message message, Function<UUID, ApplyResult> effect) {
        UUID sender = message.organisation();
        return sender == null ? new ApplyResult.Rejected(List.of(Refusal.WRONG_SENDER.error("sender"))) : effect.apply(sender);
    }
}
