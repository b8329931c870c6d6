package io.tradelane.trading.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Another document that this one, or one of its lines, refers to. */
public record Reference(Kind kind, String number, @Nullable String lineNumber, @Nullable LocalDate date) {

    /** The code is UN/EDIFACT data element 1153 (reference code qualifier). */
    public enum Kind {
        ORDER("ON"),
        SUPPLIER_ORDER("VN"),
        ORDER_RESPONSE("POR"),
        CONTRACT("CT"),
        DESPATCH_ADVICE("AAK"),
        DELIVERY_NOTE("DQ"),
        INVOICE("IV"),
        PRICE_LIST("PL"),
        PAYMENT("PQ"),
        MESSAGE("ACW"),
        ORDER_CHANGE("PP"),
        QUOTATION("AAG"),
        REQUEST_FOR_QUOTATION("AHU"),
        TRANSPORT_INSTRUCTION("SRN"),
        RECEIPT("ALO"),
        PROJECT("AEP"),
        CONSIGNMENT("CU"),
        OTHER("ZZZ");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public static Reference to(Kind kind, String number) {
        return new Reference(kind, number, null, null);
    }
}
