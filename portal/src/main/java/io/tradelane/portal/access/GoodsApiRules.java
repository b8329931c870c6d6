package io.tradelane.portal.access;

import static io.tradelane.portal.access.Permission.*;

import io.tradelane.portal.access.EndpointRules.Rule;
import java.util.List;

/** What each address of the API about goods that are made and on their way asks for. */
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
            needs(ORDER_RESPOND, "PUT", "/api/v1/production-plans"));

    private GoodsApiRules() {}

    private static Rule needs(Permission permission, String method, String pattern) {
        return Rule.of(method, pattern, false, permission);
    }
}
