package io.tradelane.trading.despatch;

import io.tradelane.trading.document.TransportInstructionDocument;
import io.tradelane.trading.document.TransportResponseDocument;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What shippers ask carriers and warehouses to move. */
@Service
@Transactional
public class TransportOrders {
    /** Entity type of a transport order in the journal. */
    public static final String ENTITY = "TRANSPORT_ORDER";

    private static final int MOST = 200;
    private static final int LONGEST_TEXT = 500;
    private final InstructTransport instruct;
    private final AnswerTransport answer;
    private final TenderForm form;
    private final TransportOrderRepository orders;
    private final TransportOrderReader reader;
    private final ShipmentReader shipments;
    private final Organisations organisations;

    TransportOrders(
            InstructTransport instruct, AnswerTransport answer, TenderForm form, TransportOrderRepository orders, TransportOrderReader reader,
            ShipmentReader shipments, Organisations organisations) {
        this.instruct = instruct;
        this.answer = answer;
        this.form = form;
        this.orders = orders;
        this.reader = reader;
        this.shipments = shipments;
        this.organisations = organisations;
    }

    /**
     * Applies an instruction: an order to move goods, its change, its cancellation. Its number is unique between shipper and carrier,
     * who gets it in its format where the two have agreed on one; a change is to be accepted anew.
     *
     * <p>Held: a change of what is not here, an original under a known number with other content, a change of goods that are delivered.
     */
    public ApplyResult apply(TransportInstructionDocument document, UUID shipper, UUID carrier, MessageContext context) {
        return instruct.apply(document, shipper, carrier, context, null);
    }

    /**
     * Applies a carrier's answer, and passes it on to the shipper where the two have agreed on that. One that declines is an incident of the
     * shipper. Held: an instruction that is not here, an answer that does not fit.
     *
     * @param addressee whose instruction it answers, where several have given that number
     */
    public ApplyResult apply(TransportResponseDocument document, UUID carrier, @Nullable UUID addressee, MessageContext context) {
        return answer.apply(document, carrier, addressee, context);
    }

    /** What a supplier asks for in the browser or by the API. @param requestId the same one again is {@code AlreadyDone} */
    public record Tender(
            UUID requestId, UUID shipmentId, UUID carrier, @Nullable OffsetDateTime pickUpAt, @Nullable OffsetDateTime deliverAt, @Nullable String note) {}

    /** @return {@code Done} with the id of the transport order */
    public CommandResult tender(Tender tender) {
        ShipmentView shipment = shipments.find(tender.shipmentId()).filter(found -> isMine(found.supplier().id())).orElse(null);
        if (shipment == null) {
            return new CommandResult.NotFound();
        }
        orders.lockShipment(shipment.id());
        Optional<UUID> done = orders.ofRequest(tender.requestId());
        if (done.isPresent()) {
            return new CommandResult.AlreadyDone(done.get(), 1);
        }
        if (organisations.find(tender.carrier()).filter(found -> found.kind() == Organisation.Kind.CARRIER).isEmpty()) {
            return CommandResult.invalid("carrier", "choice");
        }
        if (tender.pickUpAt() != null && tender.deliverAt() != null && tender.deliverAt().isBefore(tender.pickUpAt())) {
            return CommandResult.invalid("deliverAt", "before-pick-up");
        }
        if (tender.note() != null && tender.note().length() > LONGEST_TEXT) {
            return CommandResult.invalid("note", "tooLong");
        }
        Optional<TransportOrderStatus> open = ofShipments(List.of(shipment.id())).getOrDefault(shipment.id(), List.of()).stream()
                .map(TransportOrderView::status).filter(TransportOrderStatus::isOpen).findFirst();
        if (open.isPresent() || shipment.transport() == Transport.DELIVERED) {
            return new CommandResult.IllegalTransition(open.map(Enum::name).orElse(shipment.transport().name()), "TENDER");
        }
        return told(instruct.apply(form.instruction(tender, shipment), shipment.supplier().id(), tender.carrier(), MessageContext.NONE, tender.requestId()), 1);
    }

    /** The shipper takes it back. */
    public CommandResult cancel(UUID id, int version) {
        return orders.lock(id).filter(order -> isMine(order.shipper())).<CommandResult>map(order -> order.version() != version
                        ? new CommandResult.StaleVersion(order.version())
                        : told(instruct.apply(form.cancellation(order.document()), order.shipper(), order.carrier(), MessageContext.NONE, null), version + 1))
                .orElseGet(CommandResult.NotFound::new);
    }

    /** @param reason needed unless it is accepted */
    public record Answer(TransportResponseDocument.Decision decision, @Nullable String carrierReference, @Nullable String reason) {}

    /** The carrier's answer by the API. */
    public CommandResult answer(UUID id, Answer said, int version) {
        TransportOrderRepository.Standing order = orders.lock(id).filter(found -> isMine(found.carrier())).orElse(null);
        if (order == null) {
            return new CommandResult.NotFound();
        }
        if (order.version() != version) {
            return new CommandResult.StaleVersion(order.version());
        }
        boolean reasoned = said.reason() != null && !said.reason().isBlank();
        if (said.decision() != TransportResponseDocument.Decision.ACCEPTED && !reasoned) {
            return CommandResult.invalid("reason", "required");
        }
        return told(answer.answer(form.response(said, order.carrier(), order.number()), order, MessageContext.NONE), version + 1);
    }

    private static CommandResult told(ApplyResult result, int version) {
        return switch (result) {
            case ApplyResult.Applied applied -> new CommandResult.Done(applied.id(), version);
            case ApplyResult.NoEffect none -> new CommandResult.AlreadyDone(none.id(), version);
            case ApplyResult.Held held -> new CommandResult.IllegalTransition(held.reason().name(), held.detail());
            case ApplyResult.Rejected rejected -> CommandResult.invalid("number", rejected.errors().getFirst().code());
        };
    }

    private static boolean isMine(UUID company) {
        Tenancy.Actor actor = Tenancy.current();
        return actor.scope() == Tenancy.Scope.ORGANISATION && company.equals(actor.organisation());
    }

    @Transactional(readOnly = true)
    public Optional<TransportOrderView> find(UUID id) {
        return reader.find(id);
    }

    /** The latest first, at most 200. @param number the shipper's or the carrier's; {@code null}: any */
    @Transactional(readOnly = true)
    public List<TransportOrderView> list(@Nullable String number, @Nullable TransportOrderStatus status) {
        return reader.list(number, status, MOST);
    }

    /** What moves these shipments, by shipment, the oldest first. */
    @Transactional(readOnly = true)
    public Map<UUID, List<TransportOrderView>> ofShipments(List<UUID> shipments) {
        return reader.ofShipments(shipments);
    }
}
