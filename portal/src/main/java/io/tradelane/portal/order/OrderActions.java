package io.tradelane.portal.order;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.Permission;
import io.tradelane.trading.order.Agreement;
import io.tradelane.trading.order.OrderView;

/** What the caller can do on an order now. */
record OrderActions(
        boolean answer, boolean answerChange, boolean proposeChange, boolean decide, boolean change, boolean cancel, boolean despatch, boolean receive) {

    static OrderActions of(OrderView order, Caller caller) {
        boolean supplier = caller.isSelf(order.supplier().id());
        boolean buyer = caller.isSelf(order.buyer().id());
        Agreement agreement = order.status().agreement();
        boolean mayAnswer = supplier && caller.may(Permission.ORDER_RESPOND);
        return new OrderActions(
                mayAnswer && agreement == Agreement.ISSUED,
                mayAnswer && order.pendingBuyerChange() != null,
                mayAnswer && agreement == Agreement.CONFIRMED && order.lines().stream().anyMatch(line -> line.open().signum() > 0),
                buyer && caller.may(Permission.ORDER_DECIDE_CHANGE) && order.change() != null,
                buyer && caller.may(Permission.ORDER_PLACE) && (agreement == Agreement.ISSUED || agreement == Agreement.CONFIRMED),
                buyer && caller.may(Permission.ORDER_DECIDE_CHANGE) && order.lines().stream().anyMatch(line -> line.open().signum() > 0)
                        && (agreement == Agreement.ISSUED || agreement == Agreement.CONFIRMED || agreement == Agreement.CHANGE_PENDING_SUPPLIER),
                supplier && caller.may(Permission.SHIPMENT_DESPATCH) && agreement.deliverable()
                        && order.lines().stream().anyMatch(line -> line.open().signum() > 0),
                buyer && caller.may(Permission.RECEIPT_POST) && agreement.deliverable() && order.lines().stream().anyMatch(line ->
                        line.due().compareTo(line.received()) > 0 && (agreement == Agreement.CONFIRMED || line.shipped().signum() > 0)));
    }
}
