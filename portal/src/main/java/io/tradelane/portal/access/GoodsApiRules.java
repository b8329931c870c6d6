package io.tradelane.portal.access;

import static io.tradelane.portal.access.Permission.*;

import io.tradelane.portal.access.EndpointRules.Rule;
import java.util.List;

/** What each address of the API about goods, made, on their way and in stock, asks for. */
final class GoodsApiRules {
    static final List<Rule> TABLE = List.of(
            needs(ORDER_VIEW, "GET", "/api/v1/transport-orders"),
            needs(ORDER_VIEW, "GET", "/api/v1/transport-orders/{id}"),
            needs(TRANSPORT_RESPOND, "POST", "/api/v1/transport-orders/{id}/response"),
            needs(SHIPMENT_DESPATCH, "POST", "/api/v1/transport-orders/{id}/cancellation"),
            needs(SHIPMENT_DESPATCH, "POST", "/api/v1/shipments/{id}/transport-orders"),
            needs(ORDER_VIEW, "GET", "/api/v1/shipments/{id}"),
            needs(ORDER_VIEW, "GET", "/api/v1/shipments/{id}/labels"),
            needs(ORDER_VIEW, "GET", "/api/v1/shipments/{id}/proofs"),
            needs(ORDER_VIEW, "GET", "/api/v1/shipments/{id}/proofs/{proof}"),
            needs(PROOF_ADD, "POST", "/api/v1/shipments/{id}/proofs"),
            needs(SHIPMENT_DESPATCH, "POST", "/api/v1/purchase-orders/{id}/shipments"),
            needs(ORDER_VIEW, "GET", "/api/v1/dock-windows"),
            needs(DOCK_MANAGE, "POST", "/api/v1/dock-windows"),
            needs(DOCK_MANAGE, "POST", "/api/v1/dock-windows/{id}/closure"),
            needs(ORDER_VIEW, "GET", "/api/v1/purchase-orders/{id}/dock-slots"),
            needs(DOCK_BOOK, "POST", "/api/v1/purchase-orders/{id}/dock-bookings"),
            needs(ORDER_VIEW, "GET", "/api/v1/dock-bookings"),
            needs(ORDER_VIEW, "GET", "/api/v1/dock-bookings/{id}"),
            needs(DOCK_BOOK, "POST", "/api/v1/dock-bookings/{id}/cancellation"),
            needs(ORDER_VIEW, "GET", "/api/v1/production-plans"),
            needs(ORDER_RESPOND, "PUT", "/api/v1/production-plans"),
            needs(ORDER_VIEW, "GET", "/api/v1/purchase-orders/{id}/production"),
            needs(ORDER_RESPOND, "PUT", "/api/v1/purchase-orders/{id}/production"),
            needs(STOCK_WRITE, "GET", "/api/v1/stock-promise"),
            needs(STOCK_WRITE, "PUT", "/api/v1/stock-promise"),
            needs(ORDER_VIEW, "GET", "/api/v1/delivery-schedules"),
            needs(ORDER_VIEW, "GET", "/api/v1/delivery-schedules/{id}"),
            needs(ORDER_VIEW, "GET", "/api/v1/delivery-schedules/{id}/lines/{line}"),
            needs(ORDER_VIEW, "GET", "/api/v1/stock-levels"),
            needs(ORDER_VIEW, "GET", "/api/v1/stock"),
            needs(ORDER_VIEW, "GET", "/api/v1/stock/{id}"),
            needs(ORDER_VIEW, "GET", "/api/v1/stock/{id}/movements"),
            needs(STOCK_WRITE, "POST", "/api/v1/stock/{id}/counts"),
            needs(STOCK_WRITE, "POST", "/api/v1/stock/{id}/corrections"),
            needs(STOCK_WRITE, "POST", "/api/v1/stock/{id}/transfers"),
            needs(STOCK_WRITE, "PUT", "/api/v1/stock/{id}/levels"),
            needs(STOCK_WRITE, "POST", "/api/v1/stock-counts"),
            needs(ORDER_VIEW, "GET", "/api/v1/warehouses"),
            needs(STOCK_WRITE, "POST", "/api/v1/warehouses"),
            needs(STOCK_WRITE, "PUT", "/api/v1/warehouses/{id}"),
            needs(ORDER_VIEW, "GET", "/api/v1/shared-stock"),
            needs(ORDER_VIEW, "GET", "/api/v1/stock-shares"),
            needs(STOCK_SHARE, "PUT", "/api/v1/stock-shares"),
            needs(STOCK_SHARE, "DELETE", "/api/v1/stock-shares/{id}"),
            needs(ORDER_VIEW, "GET", "/api/v1/sales-figures"));

    private GoodsApiRules() {}

    private static Rule needs(Permission permission, String method, String pattern) {
        return Rule.of(method, pattern, false, permission);
    }
}
