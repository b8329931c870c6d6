package io.tradelane.trading.order;

import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Purchase orders. Portal, API, EDI and files all end here; the caller's {@code Tenancy.Actor} says who acts. */
@Service
public class PurchaseOrders {
    /** Entity type of an order in the journal. */
    public static final String ENTITY = "PURCHASE_ORDER";

    /**
     * Places an order. The order number is unique for the buyer: the same content again has no effect, other content
     * is held. Line issues do not stop it; they stand on the line for a person. The supplier gets an ORDERS when an
     * agreement says so, in its own numbering.
     *
     * <p>Rejected: no lines, a function other than ORIGINAL, a sender that is not the buyer, an unknown currency.
     */
    public ApplyResult place(OrderDocument document, Parties parties, MessageContext context) {
        throw new UnsupportedOperationException();
    }

    /**
     * Applies the supplier's ORDRSP. The order is found by {@code orderNumber} between the parties; the response's own
     * number is unique for the order. Held: unknown order or line, a state that does not allow it, a change that still
     * waits for the buyer.
     */
    public ApplyResult apply(OrderResponseDocument document, Parties parties, MessageContext context) {
        throw new UnsupportedOperationException();
    }

    /** The supplier answers in the browser or by the API; the same command as an ORDRSP. */
    public CommandResult answer(UUID orderId, SupplierAnswer answer, int expectedVersion) {
        throw new UnsupportedOperationException();
    }

    /** The buyer accepts or refuses the supplier's pending change. */
    public CommandResult decideChange(UUID orderId, boolean accept, @Nullable String reason, int expectedVersion) {
        throw new UnsupportedOperationException();
    }

    /** How far the ORDERS to the supplier has come; a step back from a later status to an earlier one is ignored. */
    public void transmission(UUID orderId, OrderStatus.Transmission status, MessageContext context) {
        throw new UnsupportedOperationException();
    }

    public Optional<OrderView> find(UUID orderId) {
        throw new UnsupportedOperationException();
    }

    /** The caller's orders of exactly that number; several only where an organisation sells to several buyers. */
    public List<OrderView> byNumber(String number) {
        throw new UnsupportedOperationException();
    }

    public OrderPage list(OrderFilter filter) {
        throw new UnsupportedOperationException();
    }
}
