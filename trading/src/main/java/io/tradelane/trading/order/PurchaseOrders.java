package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderChangeDocument;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.exchange.TimelineEntry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Purchase orders. Portal, API, EDI and files all end here; the caller's {@code Tenancy.Actor} says who acts. */
@Service
@Transactional
public class PurchaseOrders {
    /** Entity type of an order in the journal. */
    public static final String ENTITY = "PURCHASE_ORDER";

    private final PlaceOrder placeOrder;
    private final PlaceOrders placeOrders;
    private final AnswerOrder answerOrder;
    private final DecideChange decideChange;
    private final ChangeOrder changeOrder;
    private final AnswerChange answerChange;
    private final ReviseOrder reviseOrder;
    private final TransmitOrder transmitOrder;
    private final OrderReader reader;
    private final OrderList list;
    private final OrderJournal journal;

    PurchaseOrders(
            PlaceOrder placeOrder, PlaceOrders placeOrders, AnswerOrder answerOrder, DecideChange decideChange,
            ChangeOrder changeOrder, AnswerChange answerChange, ReviseOrder reviseOrder, TransmitOrder transmitOrder, OrderReader reader, OrderList list,
            OrderJournal journal) {
        this.placeOrder = placeOrder;
        this.placeOrders = placeOrders;
        this.answerOrder = answerOrder;
        this.decideChange = decideChange;
        this.changeOrder = changeOrder;
        this.answerChange = answerChange;
        this.reviseOrder = reviseOrder;
        this.transmitOrder = transmitOrder;
        this.reader = reader;
        this.list = list;
        this.journal = journal;
    }

    /**
     * Places an order. The order number is unique for the buyer: the same content again has no effect, other content
     * is held. Line issues do not stop it; they stand on the line for a person. The supplier gets an ORDERS when an
     * agreement says so, in its own numbering.
     *
     * <p>Rejected: no lines, a function other than ORIGINAL, a sender that is not the buyer, an unknown currency.
     */
    public ApplyResult place(OrderDocument document, Parties parties, MessageContext context) {
        return placeOrder.place(document, parties, context, false);
    }

    /** The same for what the two have negotiated: the prices in it count as agreed for this order, whatever the catalogue says. */
    public ApplyResult placeAgreed(OrderDocument document, Parties parties, MessageContext context) {
        return placeOrder.place(document, parties, context, true);
    }

    /** The buyer's own people agreed to it before it was placed; the timeline says so to them alone. */
    public void approved(UUID orderId) {
        placeOrder.approved(orderId);
    }

    /**
     * Of these orders those that {@link #place(OrderDocument, Parties, MessageContext)} would place, written as they would stand. Of
     * the others and of a second one under a number of the same buyer there is something to say: they are left out.
     */
    public List<DraftedOrder> draft(List<Placement> placements) {
        return placeOrders.draft(placements);
    }

    /**
     * Places them all, or none: a number that came meanwhile ends the transaction. The transaction has to be one that may write for
     * all who place them.
     */
    public void place(List<DraftedOrder> drafts) {
        placeOrders.place(drafts);
    }

    /**
     * Applies the supplier's ORDRSP. The order is found by {@code orderNumber} between the parties; the response's own
     * number is unique for the order. Held: unknown order or line, a state that does not allow it, a change that still
     * waits for the buyer.
     */
    public ApplyResult apply(OrderResponseDocument document, Parties parties, MessageContext context) {
        return answerOrder.apply(document, parties, context);
    }

    /**
     * Applies the buyer's change of an order, or its cancellation. As long as the supplier has not confirmed the order, the new
     * version takes its place; after that the supplier has to agree, in the browser or by ORDRSP. What is despatched already
     * stays: its lines are refused, and the buyer is told by ORDRSP.
     *
     * <p>A change is known by its number and sequence. One that is older than the last has no effect. Held: unknown order or
     * line, one that the buyer counted before it and that is not here, another change that waits to be decided.
     */
    public ApplyResult apply(OrderChangeDocument document, Parties parties, MessageContext context) {
        return changeOrder.apply(document, parties, context);
    }

    /** The supplier agrees to the buyer's pending change or cancellation, or refuses it, which needs a reason. */
    public CommandResult answerChange(UUID orderId, boolean accept, @Nullable String reason, int expectedVersion) {
        return answerChange.answer(orderId, accept, reason, expectedVersion);
    }

    /**
     * The buyer's change of an order that is issued or confirmed, or its cancellation, as a person says it: what would become of the order.
     * Wrong input: a line that is not there, a quantity below what is despatched, an unknown article, no price, nothing that would change.
     */
    public ChangeDraft draftChange(UUID orderId, ChangeForm form, int expectedVersion) {
        return reviseOrder.draft(orderId, form, expectedVersion);
    }

    /** The same change as the order stands now, some time later. */
    public ChangeDraft redraft(UUID orderId, OrderChangeDocument document, @Nullable CancelReason reason) {
        return reviseOrder.redraft(orderId, document, reason);
    }

    /** Carries it out, as if the buyer's system had sent it: at once, or when the supplier agrees. */
    public CommandResult change(ChangeDraft.Drafted draft) {
        return reviseOrder.change(draft);
    }

    /** What was done to an order since that version, oldest first. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> changesSince(UUID orderId, int version) {
        return journal.since(orderId, version);
    }

    /** The supplier answers in the browser or by the API; the same command as an ORDRSP. */
    public CommandResult answer(UUID orderId, SupplierAnswer answer, int expectedVersion) {
        return answerOrder.answer(orderId, answer, expectedVersion);
    }

    /** The buyer accepts or refuses the supplier's pending change. */
    public CommandResult decideChange(UUID orderId, boolean accept, @Nullable String reason, int expectedVersion) {
        return decideChange.decide(orderId, accept, reason, expectedVersion);
    }

    /** How far the ORDERS to the supplier has come; a step back from a later status to an earlier one is ignored. */
    public void transmission(UUID orderId, OrderStatus.Transmission status, MessageContext context) {
        transmitOrder.transmission(orderId, status, context);
    }

    /**
     * The same, for who knows the ORDERS only by its sender and its number (outbox: {@code from} and {@code
     * businessKey}).
     */
    public void transmission(UUID buyer, String number, OrderStatus.Transmission status, MessageContext context) {
        transmitOrder.transmission(buyer, number, status, context);
    }

    @Transactional(readOnly = true)
    public Optional<OrderView> find(UUID orderId) {
        return reader.find(orderId);
    }

    /** The caller's orders of exactly that number; several only where an organisation sells to several buyers. */
    @Transactional(readOnly = true)
    public List<OrderView> byNumber(String number) {
        return reader.byNumber(number);
    }

    @Transactional(readOnly = true)
    public OrderPage list(OrderFilter filter) {
        return list.page(filter);
    }

    /** How many there are in the tab, whatever the page. */
    @Transactional(readOnly = true)
    public int count(OrderFilter filter) {
        return list.count(filter);
    }
}
