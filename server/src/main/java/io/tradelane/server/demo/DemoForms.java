package io.tradelane.server.demo;

import io.tradelane.trading.order.OrderView;
import java.util.Map;

/** What the people of the demo fill into the portal's forms. */
final class DemoForms {

    private DemoForms() {}

    static Map<String, String> answerWithQuantity(OrderView order, String lineNumber, String quantity) {
        return Map.of("decision", "CHANGE", "lines[" + lineNumber + "].quantity", quantity);
    }

    static Map<String, String> acceptChange() {
        return Map.of("decision", "accept");
    }

    static Map<String, String> receiveShort(OrderView order, String lineNumber, String accepted) {
        return Map.of();
    }

    static Map<String, String> payReceived() {
        return Map.of("decision", "PAY_RECEIVED", "reason", "20 pieces missing, see goods receipt");
    }
}
