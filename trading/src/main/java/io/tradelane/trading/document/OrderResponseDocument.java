package io.tradelane.trading.document;

import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The supplier's answer to an order: UN/EDIFACT ORDRSP.
 *
 * @param orderNumber the buyer's order number (RFF+ON)
 * @param supplierOrderNumber the supplier's own number of the order (RFF+VN)
 * @param decision the answer to the order as a whole (BGM 1225)
 * @param lines those the supplier speaks of; an order accepted as it is may come without any
 */
public record OrderResponseDocument(
        String number,
        LocalDate issueDate,
        String orderNumber,
        @Nullable String supplierOrderNumber,
        Decision decision,
        @Nullable String currency,
        List<Party> parties,
        @Nullable String note,
        List<Line> lines)
        implements BusinessDocument {

    /** The code is UN/EDIFACT data element 1225. */
    public enum Decision {
        /** Received, nothing promised yet (Peppol AB). */
        ACKNOWLEDGED("12"),
        ACCEPTED("29"),
        ACCEPTED_WITH_CHANGES("4"),
        REJECTED("27");

        private final String code;

        Decision(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The code is UN/EDIFACT data element 1229 (action request/notification). */
    public enum LineDecision {
        ADDED("1"),
        CHANGED("3"),
        ACCEPTED("5"),
        ACCEPTED_WITH_AMENDMENT("6"),
        NOT_ACCEPTED("7");

        private final String code;

        LineDecision(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * @param lineNumber the buyer's line number
     * @param quantity what the supplier confirms (QTY 21 or 12); absent: as ordered
     * @param promisedDelivery DTM 2, 67 or 69; absent: as requested
     */
    public record Line(
            String lineNumber,
            LineDecision decision,
            Item item,
            @Nullable Quantity quantity,
            @Nullable Price price,
            @Nullable LocalDate promisedDelivery,
            @Nullable String reason) {}

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_RESPONSE;
    }
}
