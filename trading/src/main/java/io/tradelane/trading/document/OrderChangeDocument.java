package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The buyer's change to an order, or its cancellation: UN/EDIFACT ORDCHG, X12 860, UBL OrderChange and OrderCancellation.
 *
 * @param number of this change; of an UBL cancellation, of the cancellation
 * @param orderNumber the order changed (RFF+ON)
 * @param sequence which change of this order it is, counted by the buyer from 1; absent when not sent
 * @param action what happens to the order as a whole (BGM 1225)
 * @param requestedDelivery for every line that names no date of its own
 * @param currency ISO 4217; absent when the change speaks of no money
 * @param reason in words
 * @param lines those the buyer speaks of; the others stay as they are
 */
public record OrderChangeDocument(
        String number,
        LocalDate issueDate,
        String orderNumber,
        @Nullable Integer sequence,
        Action action,
        @Nullable LocalDate requestedDelivery,
        @Nullable String currency,
        List<Party> parties,
        List<Reference> references,
        @Nullable String reason,
        @Nullable String note,
        List<Line> lines)
        implements BusinessDocument {

    /** The code is UN/EDIFACT data element 1225. */
    public enum Action {
        /** The whole order is withdrawn. */
        CANCEL("1"),
        CHANGE("4"),
        /** The lines given are all there are from now on. */
        REPLACE("5");

        private final String code;

        Action(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The code is UN/EDIFACT data element 1229. */
    public enum LineAction {
        ADD("1"),
        DELETE("2"),
        CHANGE("3"),
        NO_CHANGE("4");

        private final String code;

        LineAction(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * @param lineNumber the buyer's line number; of an added line, a new one
     * @param quantity as it shall be from now on; absent: as before
     * @param price agreed net price from now on; absent: as before
     */
    public record Line(
            String lineNumber,
            LineAction action,
            Item item,
            @Nullable Quantity quantity,
            @Nullable Price price,
            @Nullable Money amount,
            @Nullable LocalDate requestedDelivery,
            @Nullable String note) {}

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_CHANGE;
    }
}
