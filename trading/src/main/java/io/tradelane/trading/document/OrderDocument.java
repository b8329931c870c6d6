package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order: UN/EDIFACT ORDERS.
 *
 * @param kind what sort of order (BGM 1001)
 * @param function original or something else (BGM 1225)
 * @param requestedDelivery for every line that names no date of its own (DTM 2)
 * @param currency ISO 4217 (CUX)
 * @param total as the buyer computed it (MOA 79, 86 or 128), absent when not sent
 */
public record OrderDocument(
        String number,
        Kind kind,
        Function function,
        LocalDate issueDate,
        @Nullable LocalDate requestedDelivery,
        String currency,
        List<Party> parties,
        List<Reference> references,
        @Nullable String paymentTerms,
        @Nullable String note,
        @Nullable Money total,
        List<Line> lines)
        implements BusinessDocument {

    /** The code is UN/EDIFACT data element 1001. */
    public enum Kind {
        STANDARD("220"),
        BLANKET("221"),
        SPOT("222"),
        RUSH("224"),
        CALL_OFF("226"),
        CONSIGNMENT("227");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The code is UN/EDIFACT data element 1225 (message function). */
    public enum Function {
        CANCELLATION("1"),
        REPLACE("5"),
        DUPLICATE("7"),
        ORIGINAL("9"),
        COPY("31");

        private final String code;

        Function(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * @param lineNumber the buyer's line number (LIN 1082), unique in the order
     * @param price agreed net price (PRI AAA), absent when the order leaves it to the contract
     * @param amount line amount as sent (MOA 203)
     */
    public record Line(
            String lineNumber,
            Item item,
            Quantity quantity,
            @Nullable Price price,
            @Nullable Money amount,
            @Nullable LocalDate requestedDelivery,
            @Nullable String note,
            List<Reference> references) {}

    @Override
    public DocumentType type() {
        return DocumentType.ORDER;
    }
}
