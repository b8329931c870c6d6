package io.tradelane.trading.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The buyer's answer to an invoice: UBL ApplicationResponse as Peppol Invoice Response, openTRANS.
 *
 * @param invoiceNumber the invoice answered
 * @param effectiveDate from when the answer holds
 */
public record InvoiceResponseDocument(
        String number,
        LocalDate issueDate,
        String invoiceNumber,
        @Nullable LocalDate invoiceDate,
        Status status,
        @Nullable LocalDate effectiveDate,
        List<Party> parties,
        @Nullable String note,
        List<Clarification> clarifications)
        implements BusinessDocument {

    /** The code is UNCL 4343 as Peppol uses it. */
    public enum Status {
        ACKNOWLEDGED("AB"),
        IN_PROCESS("IP"),
        UNDER_QUERY("UQ"),
        CONDITIONALLY_ACCEPTED("CA"),
        REJECTED("RE"),
        ACCEPTED("AP"),
        PAID("PD");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** @param code OPStatusReason (OPStatusReason list) or OPStatusAction */
    public record Clarification(Kind kind, String code, @Nullable String text) {}

    /** The code is the list a clarification's code is from. */
    public enum Kind {
        REASON("OPStatusReason"),
        ACTION("OPStatusAction");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    @Override
    public DocumentType type() {
        return DocumentType.INVOICE_RESPONSE;
    }
}
