package io.tradelane.server.demo;

import java.util.Map;

/** What the people of the demo fill into the portal's forms; lines are counted as the page shows them. */
final class DemoForms {

    private DemoForms() {}

    static Map<String, String> answerWithQuantity(int line, String quantity) {
        return Map.of("decision", "change", "quantity-" + line, quantity);
    }

    static Map<String, String> acceptChange() {
        return Map.of("accept", "true");
    }

    static Map<String, String> receiveShort(int line, String accepted) {
        return Map.of("accepted-" + line, accepted, "difference-" + line, "short");
    }

    static Map<String, String> payReceived() {
        return Map.of("decision", "pay_received", "reason", "20 pieces missing, see goods receipt");
    }
}
