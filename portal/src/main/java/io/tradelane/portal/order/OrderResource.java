package io.tradelane.portal.order;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tradelane.portal.exchange.TimelineResource;
import io.tradelane.trading.despatch.ReceiptView;
import io.tradelane.trading.despatch.ShipmentView;
import io.tradelane.trading.invoice.InvoiceSummary;
import io.tradelane.trading.order.OrderView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An order in JSON, the same as its page shows.
 *
 * @param order its fields stand at the top level: lines, the five statuses, the change that waits
 */
record OrderResource(
        @JsonUnwrapped OrderView order, List<ShipmentView> shipments, List<ReceiptView> receipts, List<InvoiceSummary> invoices, List<OrderStory.NeededFor> requirements,
        List<TimelineResource> timeline, Map<String, String> links) {

    static OrderResource of(OrderStory.Story story) {
        OrderView order = story.order();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", "/api/v1/purchase-orders/" + order.id());
        links.put("response", "/api/v1/purchase-orders/" + order.id() + "/response");
        links.put("changes", "/api/v1/purchase-orders/" + order.id() + "/changes");
        links.put("cancellation", "/api/v1/purchase-orders/" + order.id() + "/cancellation");
        if (order.change() != null) {
            links.put("changeDecision", "/api/v1/purchase-orders/" + order.id() + "/change-decision");
        }
        if (order.pendingBuyerChange() != null) {
            links.put("changeResponse", "/api/v1/purchase-orders/" + order.id() + "/change-response");
        }
        if (order.message() != null) {
            links.put("message", "/api/v1/messages/" + order.message());
        }
        return new OrderResource(order, story.shipments(), story.receipts(), story.invoices(), story.requirements(),
                story.timeline().stream().map(TimelineResource::of).toList(), links);
    }
}
