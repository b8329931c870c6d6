package io.tradelane.trading.despatch;

import io.tradelane.trading.despatch.TransportOrderRepository.Standing;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportInstructionDocument.Function;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one command in which an instruction to move goods ends, from EDI or from the browser. */
@Component
class InstructTransport {
    private static final int LONGEST_NUMBER = 70;
    private final TransportOrderRepository orders;
    private final Journal journal;
    private final Agreements agreements;
    private final Outbox outbox;

    InstructTransport(TransportOrderRepository orders, Journal journal, Agreements agreements, Outbox outbox) {
        this.orders = orders;
        this.journal = journal;
        this.agreements = agreements;
        this.outbox = outbox;
    }

    ApplyResult apply(TransportInstructionDocument document, UUID shipper, UUID carrier, MessageContext context, @Nullable UUID request) {
        if (!context.speaksFor(shipper)) {
            return new ApplyResult.Rejected(List.of(Refusal.WRONG_SENDER.error("shipper")));
        }
        if (document.number().length() > LONGEST_NUMBER) {
            return new ApplyResult.Rejected(List.of(Refusal.NUMBER_TOO_LONG.error()));
        }
        byte[] hash = ContentHash.of(document);
        Standing order = orders.lock(shipper, carrier, document.number()).orElse(null);
        if (order == null) {
            return document.function() == Function.ORIGINAL ? tender(document, shipper, carrier, hash, context, request)
                    : new ApplyResult.Held(HoldReason.UNKNOWN_TRANSPORT_ORDER, document.number());
        }
        if (orders.said(order.id(), hash)) {
            return new ApplyResult.NoEffect("the instruction stands already", order.id());
        }
        return document.function() == Function.ORIGINAL
                ? new ApplyResult.Held(HoldReason.CONTENT_CONFLICT, "transport instruction " + document.number() + " came before with other content")
                : change(document, order, hash, context);
    }

    private ApplyResult tender(
            TransportInstructionDocument document, UUID shipper, UUID carrier, byte[] hash, MessageContext context, @Nullable UUID request) {
        UUID id = Ids.next();
        orders.insert(id, document, shipper, carrier, request, context);
        orders.name(id, shipper, carrier, TransportNames.of(document));
        orders.instructed(id, shipper, carrier, hash);
        journal.record(new Entry(TransportOrders.ENTITY, id, null, "TENDER", TransportOrderStatus.TENDERED.name(), context.interchange(), context.message(),
                Set.of(shipper, carrier), Map.of("number", document.number())));
        forward(id, 1, document, shipper, carrier, context);
        return new ApplyResult.Applied(id);
    }

    private ApplyResult change(TransportInstructionDocument document, Standing order, byte[] hash, MessageContext context) {
        if (document.issueDate().isBefore(order.issuedOn())) {
            return new ApplyResult.NoEffect("a later instruction came before", order.id());
        }
        boolean cancels = document.function() == Function.CANCELLATION;
        if (cancels && order.status() == TransportOrderStatus.CANCELLED) {
            return new ApplyResult.NoEffect("the transport is cancelled already", order.id());
        }
        TransportOrderStatus.Event event = cancels ? TransportOrderStatus.Event.CANCEL : TransportOrderStatus.Event.CHANGE;
        Optional<TransportOrderStatus> next = order.transport() == Transport.DELIVERED ? Optional.empty() : order.status().on(event);
        if (next.isEmpty()) {
            return new ApplyResult.Held(HoldReason.ILLEGAL_TRANSITION, event + " in state " + order.status() + ", goods " + order.transport());
        }
        if (!cancels) {
            orders.replace(order.id(), document, context);
            orders.name(order.id(), order.shipper(), order.carrier(), TransportNames.of(document));
        }
        orders.status(order.id(), next.get());
        orders.instructed(order.id(), order.shipper(), order.carrier(), hash);
        journal.record(new Entry(TransportOrders.ENTITY, order.id(), order.status().name(), event.name(), next.get().name(), context.interchange(),
                context.message(), order.parties(), Map.of("number", document.number())));
        forward(order.id(), order.version() + 1, document, order.shipper(), order.carrier(), context);
        return new ApplyResult.Applied(order.id());
    }

    private void forward(UUID id, int version, TransportInstructionDocument document, UUID shipper, UUID carrier, MessageContext context) {
        if (agreements.outbound(shipper, carrier, DocumentType.TRANSPORT_INSTRUCTION).isPresent()) {
            outbox.enqueue(new OutboundDocument(shipper, carrier, document, document.number(), context.interchange(), context.message(),
                    "transport-instruction:" + id + ":" + version));
        }
    }
}
