package io.tradelane.trading.document;

import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier or warehouse shall move: UN/EDIFACT IFTMIN, X12 204 (load tender) and 940 (warehouse shipping order), IDoc SHPMNT.
 *
 * @param number of the shipment (BGM 1004, B2 04, W05 02)
 * @param function original, change or cancellation (BGM 1225)
 * @param mode UN/ECE Recommendation 19: 1 sea, 2 rail, 3 road, 4 air …
 * @param terms of delivery, Incoterms code
 */
public record TransportInstructionDocument(
        String number,
        Kind kind,
        Function function,
        LocalDate issueDate,
        @Nullable String mode,
        @Nullable String terms,
        @Nullable OffsetDateTime pickUpAt,
        @Nullable OffsetDateTime deliverAt,
        List<Party> parties,
        List<Reference> references,
        @Nullable String note,
        List<Stop> stops,
        List<Goods> goods)
        implements BusinessDocument {

    public enum Kind {
        TRANSPORT,
        WAREHOUSE_SHIPPING
    }

    /** The code is UN/EDIFACT data element 1225. */
    public enum Function {
        ORIGINAL("9"),
        CHANGE("4"),
        CANCELLATION("1");

        private final String code;

        Function(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** @param activity as sent: X12 S5 02 such as CL, CU; absent when there are only a start and an end */
    public record Stop(
            int sequence, @Nullable String activity, @Nullable Party place, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {}

    /**
     * @param packages how many, with the package type (UN/ECE Recommendation 21) as unit
     * @param item absent for goods that are only described
     * @param quantity of the article, absent where only packages are counted
     */
    public record Goods(
            String lineNumber,
            @Nullable Item item,
            @Nullable String description,
            @Nullable Quantity quantity,
            @Nullable Quantity packages,
            @Nullable Quantity grossWeight,
            @Nullable Quantity volume,
            List<String> ssccs,
            @Nullable String orderNumber) {}

    @Override
    public DocumentType type() {
        return DocumentType.TRANSPORT_INSTRUCTION;
    }
}
