package io.tradelane.trading.despatch;

import io.tradelane.trading.despatch.TransportOrderRepository.Standing;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.TransportResponseDocument;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.NewIncident;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.partner.Tenancy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one command in which a carrier's answer ends, from EDI or by the API. */
@Component
class AnswerTransport {
    private final TransportOrderRepository orders;
    private final Journal journal;
    private final Incidents incidents;
    private final Agreements agreements;
    private final Outbox outbox;

    AnswerTransport(TransportOrderRepository orders, Journal journal, Incidents incidents, Agreements agreements, Outbox outbox) {
        this.orders = orders;
        this.journal = journal;
        this.incidents = incidents;
        this.agreements = agreements;
        this.outbox = outbox;
    }

    /** @param addressee whose instruction it is where several have that number; {@code null}: not said */
    ApplyResult apply(TransportResponseDocument document, UUID carrier, @Nullable UUID addressee, MessageContext context) {
        List<Standing> asked = orders.lockAsked(carrier, document.instructionNumber());
        List<Standing> meant = asked.size() < 2 ? asked : asked.stream().filter(order -> order.shipper().equals(addressee)).toList();
        return meant.size() == 1 ? answer(document, meant.getFirst(), context)
                : new ApplyResult.Held(HoldReason.UNKNOWN_TRANSPORT_ORDER, document.instructionNumber());
    }

    ApplyResult answer(TransportResponseDocument document, Standing order, MessageContext context) {
        if (order.status() == TransportOrderStatus.CANCELLED) {
            return new ApplyResult.NoEffect("the transport is cancelled already", order.id());
        }
        TransportOrderStatus.Event event = switch (document.decision()) {
            case ACCEPTED -> TransportOrderStatus.Event.ACCEPT;
            case CONDITIONAL -> TransportOrderStatus.Event.CONDITION;
            case DECLINED -> TransportOrderStatus.Event.DECLINE;
            case CANCELLED -> TransportOrderStatus.Event.WITHDRAW;
        };
        Optional<TransportOrderStatus> next = order.status().on(event);
        boolean declines = event == TransportOrderStatus.Event.DECLINE || event == TransportOrderStatus.Event.WITHDRAW;
        boolean same = declines && order.status() == TransportOrderStatus.DECLINED || next.filter(order.status()::equals).isPresent();
        if (same && (document.carrierReference() == null || document.carrierReference().equals(order.carrierReference()))
                && Objects.equals(document.reason(), order.reason())) {
            return new ApplyResult.NoEffect("the answer is applied already", order.id());
        }
        if (next.isEmpty()) {
            return new ApplyResult.Held(HoldReason.ILLEGAL_TRANSITION, event + " in state " + order.status());
        }
        orders.answered(order.id(), document.carrierReference(), document.reason());
        orders.status(order.id(), next.get());
        Map<String, String> details = new LinkedHashMap<>(Map.of("number", order.number()));
        if (document.carrierReference() != null) {
            details.put("carrierReference", document.carrierReference());
        }
        if (document.reason() != null) {
            details.put("reason", document.reason());
        }
        journal.record(new Entry(TransportOrders.ENTITY, order.id(), order.status().name(), event.name(), next.get().name(), context.interchange(),
                context.message(), order.parties(), details));
        if (next.get() == TransportOrderStatus.DECLINED) {
            incidents.raise(new NewIncident(Cause.TRANSPORT_DECLINED, order.shipper(), context.interchange(), context.message(), Map.of("subject",
                    order.id().toString(), "number", order.number(), "carrier", Tenancy.current().name(), "reason", Objects.requireNonNullElse(document.reason(), "–")), null));
        }
        if (agreements.outbound(order.carrier(), order.shipper(), DocumentType.TRANSPORT_RESPONSE).isPresent()) {
            outbox.enqueue(new OutboundDocument(order.carrier(), order.shipper(), document, order.number(), context.interchange(), context.message(),
                    "transport-response:" + order.id() + ":" + (order.version() + 1)));
        }
        return new ApplyResult.Applied(order.id());
    }
}
