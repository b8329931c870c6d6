package io.tradelane.trading.despatch;

import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Parties;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Despatch advices: what a supplier says is on its way. */
@Service
public class DespatchAdvices {
    /** Entity type of a shipment in the journal. */
    public static final String ENTITY = "SHIPMENT";

    /**
     * Applies a DESADV: shipment, packages, quantities shipped on the order lines. Its number is unique between the
     * parties. More than is open is flagged, not refused. The buyer gets a DESADV when an agreement says so.
     *
     * <p>Held: unknown order, an SSCC this supplier used before, other content under a known number. Rejected: nothing
     * in it, one SSCC on two packages.
     */
    public ApplyResult apply(DespatchAdviceDocument document, Parties parties, MessageContext context) {
        throw new UnsupportedOperationException();
    }

    /**
     * What the supplier enters in the browser: everything that is open on the order goes out.
     *
     * @param requestId made by the form; the same one again is {@code AlreadyDone}
     * @param packages how many packages, each gets an SSCC; at least 1
     */
    public record Despatch(
            UUID requestId,
            UUID orderId,
            int packages,
            @Nullable String packageType,
            @Nullable String carrierReference,
            @Nullable LocalDate estimatedArrival) {}

    /** @return {@code Done} with the shipment's id */
    public CommandResult despatch(Despatch despatch) {
        throw new UnsupportedOperationException();
    }

    public Optional<ShipmentView> find(UUID shipmentId) {
        throw new UnsupportedOperationException();
    }

    /** Shipments on an order, oldest first. */
    public List<ShipmentView> ofOrder(UUID orderId) {
        throw new UnsupportedOperationException();
    }
}
