package io.tradelane.trading.despatch;

import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.TransportStatusDocument;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.partner.Tenancy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Despatch advices: what a supplier says is on its way. */
@Service
@Transactional
public class DespatchAdvices {
    /** Entity type of a shipment in the journal. */
    public static final String ENTITY = "SHIPMENT";

    static final int MOST_PACKAGES = 999;

    private final ApplyDespatchAdvice apply;
    private final ApplyTransportStatus applyStatus;
    private final DespatchForm form;
    private final Pallets pallets;
    private final OrderLines orders;
    private final ShipmentRepository shipments;
    private final ShipmentReader reader;

    DespatchAdvices(
            ApplyDespatchAdvice apply, ApplyTransportStatus applyStatus, DespatchForm form, Pallets pallets, OrderLines orders, ShipmentRepository shipments,
            ShipmentReader reader) {
        this.apply = apply;
        this.applyStatus = applyStatus;
        this.form = form;
        this.pallets = pallets;
        this.orders = orders;
        this.shipments = shipments;
        this.reader = reader;
    }

    /**
     * Applies a DESADV: shipment, packages, quantities shipped on the order lines. Its number is unique between the
     * parties. More than is open is flagged, not refused. The buyer gets a DESADV when an agreement says so.
     *
     * <p>Held: unknown order, an SSCC this supplier used before, other content under a known number. Rejected: nothing
     * in it, one SSCC on two packages.
     */
    public ApplyResult apply(DespatchAdviceDocument document, Parties parties, MessageContext context) {
        return apply.apply(document, parties, context, null);
    }

    /**
     * Applies what is reported of goods on their way. A shipment is found by its own number, the carrier's, the SSCC of a
     * package, or the number under which the carrier was asked to move it; the transport order is told as well. Each event is told once on its timeline, with time, place and zone; the latest says how far the goods are. That
     * they were delivered is kept as the proof of it; what keeps them from going on becomes an incident for the supplier.
     *
     * <p>Held: a consignment that is not known here.
     *
     * @param carrier the sender is one and speaks of goods that are others'
     */
    public ApplyResult apply(TransportStatusDocument document, boolean carrier, MessageContext context) {
        return applyStatus.apply(document, carrier, context);
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
        BookableOrder order = orders.lock(despatch.orderId()).filter(DespatchAdvices::isSupplier).orElse(null);
        Optional<CommandResult> refused = refused(order, despatch.requestId());
        if (order == null || refused.isPresent()) {
            return refused.orElseGet(CommandResult.NotFound::new);
        }
        if (despatch.packages() < 1 || despatch.packages() > MOST_PACKAGES) {
            return CommandResult.invalid("packages", "out-of-range");
        }
        if (order.lines().stream().allMatch(line -> line.open().signum() == 0)) {
            return CommandResult.invalid("orderId", "nothing-open");
        }
        return send(form.document(despatch, order), order, despatch.requestId());
    }

    /** Sends what was packed. @return {@code Done} with the shipment's id; {@code Invalid} names lines as {@code lines[2]} and packages as {@code units[1]} */
    public CommandResult pack(Packing packing) {
        BookableOrder order = orders.lock(packing.orderId()).filter(DespatchAdvices::isSupplier).orElse(null);
        Optional<CommandResult> refused = refused(order, packing.requestId());
        if (order == null || refused.isPresent()) {
            return refused.orElseGet(CommandResult.NotFound::new);
        }
        List<CommandResult.Problem> problems = PackingCheck.of(packing, order);
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        CommandResult sent = send(form.document(packing, order), order, packing.requestId());
        if (sent instanceof CommandResult.Done done) {
            pallets.arrange(done.id(), packing, order.parties());
        }
        return sent;
    }

    private Optional<CommandResult> refused(@Nullable BookableOrder order, UUID requestId) {
        if (order == null) {
            return Optional.of(new CommandResult.NotFound());
        }
        Optional<UUID> done = shipments.ofRequest(requestId);
        if (done.isPresent()) {
            return Optional.of(new CommandResult.AlreadyDone(done.get(), 1));
        }
        return order.agreement() == Agreement.CONFIRMED ? Optional.empty() : Optional.of(new CommandResult.IllegalTransition(order.agreement().name(), "DESPATCH"));
    }

    private CommandResult send(DespatchAdviceDocument document, BookableOrder order, UUID requestId) {
        return switch (apply.apply(document, order.parties(), MessageContext.NONE, requestId)) {
            case ApplyResult.Applied applied -> new CommandResult.Done(applied.id(), 1);
            case ApplyResult.NoEffect same -> new CommandResult.AlreadyDone(same.id(), 1);
            case ApplyResult.Held held -> new CommandResult.IllegalTransition(order.agreement().name(),
                    held.reason().name());
            case ApplyResult.Rejected rejected ->
                    CommandResult.invalid("packages", rejected.errors().getFirst().code());
        };
    }

    private static boolean isSupplier(BookableOrder order) {
        Tenancy.Actor actor = Tenancy.current();
        return actor.scope() == Tenancy.Scope.HUB || order.parties().supplier().equals(actor.organisation());
    }

    @Transactional(readOnly = true)
    public Optional<ShipmentView> find(UUID shipmentId) {
        return reader.find(shipmentId);
    }

    /** Shipments on an order, oldest first. */
    @Transactional(readOnly = true)
    public List<ShipmentView> ofOrder(UUID orderId) {
        return reader.ofOrder(orderId);
    }
}
