package io.tradelane.portal.order;

import io.tradelane.portal.exchange.Timeline;
import io.tradelane.trading.despatch.DespatchAdvices;
import io.tradelane.trading.despatch.GoodsReceipts;
import io.tradelane.trading.despatch.ReceiptView;
import io.tradelane.trading.despatch.ShipmentView;
import io.tradelane.trading.despatch.TransportOrderView;
import io.tradelane.trading.despatch.TransportOrders;
import io.tradelane.trading.invoice.InvoiceSummary;
import io.tradelane.trading.invoice.Invoices;
import io.tradelane.trading.order.OrderView;
import io.tradelane.trading.order.PurchaseOrders;
import io.tradelane.trading.requirement.Requirements;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** An order with everything that follows from it: what its page shows and its API answers. */
@Component
class OrderStory {
    private final PurchaseOrders orders;
    private final DespatchAdvices shipments;
    private final TransportOrders transports;
    private final GoodsReceipts receipts;
    private final Invoices invoices;
    private final Requirements requirements;
    private final Timeline timeline;

    OrderStory(
            PurchaseOrders orders, DespatchAdvices shipments, TransportOrders transports, GoodsReceipts receipts, Invoices invoices, Requirements requirements, Timeline timeline) {
        this.orders = orders;
        this.shipments = shipments;
        this.transports = transports;
        this.receipts = receipts;
        this.invoices = invoices;
        this.requirements = requirements;
        this.timeline = timeline;
    }

    /** @param transports by shipment, what was asked of carriers @param requirements for which it was ordered; only its buyer sees them */
    record Story(
            OrderView order, List<ShipmentView> shipments, Map<UUID, List<TransportOrderView>> transports, List<ReceiptView> receipts, List<InvoiceSummary> invoices, List<NeededFor> requirements, List<Timeline.Entry> timeline) {}

    record NeededFor(UUID id, String number) {}

    Optional<Story> find(UUID id) {
        return orders.find(id).map(this::of);
    }

    Story of(OrderView order) {
        List<ShipmentView> sent = shipments.ofOrder(order.id());
        List<ReceiptView> received = receipts.ofOrder(order.id());
        List<InvoiceSummary> invoiced = invoices.ofOrder(order.id());
        return new Story(order, sent, transports.ofShipments(sent.stream().map(ShipmentView::id).toList()), received, invoiced,
                requirements.ofOrder(order.id()).stream().map(one -> new NeededFor(one.id(), one.number())).toList(), timeline.of(List.of(new Timeline.Subject(PurchaseOrders.ENTITY, order.id()))));
    }
}
