package io.tradelane.trading.order;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import org.jspecify.annotations.Nullable;

/** Why a document can never be applied as it is; the code goes into ERC 9321 of an APERAK, the text into its FTX. */
public enum Refusal {
    NO_LINES("TL01", "The document has no lines."),
    NOT_ORIGINAL("TL02", "Only an original can be processed; the message function is %s."),
    WRONG_SENDER("TL03", "The sender is not the %s that the document names."),
    UNKNOWN_CURRENCY("TL04", "%s is not an ISO 4217 currency code."),
    SAME_PARTY("TL05", "Buyer and supplier are the same company."),
    UNKNOWN_BUYER("TL06", "No trading partner is known for the buyer."),
    UNKNOWN_SUPPLIER("TL07", "No trading partner is known for the supplier."),
    NUMBER_TOO_LONG("TL08", "The document number is longer than 70 characters."),
    DUPLICATE_SSCC("TL11", "SSCC %s is on more than one package."),
    TOTALS_DIFFER("TL21", "The totals do not add up: %s."),
    CURRENCY_DIFFERS("TL22", "The currency %s is not that of the order."),
    QUANTITY_NOT_POSITIVE("TL23", "The quantity must be greater than zero."),
    PRICE_NEGATIVE("TL24", "The price must not be negative."),
    NUMBER_TOO_LARGE("TL26", "A price or quantity has more than twelve digits before the decimal point."),
    DUPLICATE_LINE("TL25", "Two lines have the same number."),
    BIDDING_ENDED("TL31", "The request takes no quotation any more: it ended at %s."),
    DEADLINE_PAST("TL32", "The request ends in the past: %s."),
    NOT_SHORTLISTED("TL33", "The supplier is not invited to this round of the request."),
    QUOTATION_DECIDED("TL34", "The quotation is accepted already."),
    NOTHING_OFFERED("TL35", "No line has a price."),
    VALIDITY_ENDED("TL36", "The quotation was valid until %s.");

    private final String code;
    private final String text;

    Refusal(String code, String text) {
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    public ApplicationError error(Object... details) {
        return new ApplicationError(code, text.formatted(details), null);
    }

    public ApplicationError onLine(@Nullable String lineNumber, Object... details) {
        return new ApplicationError(code, text.formatted(details), lineNumber);
    }
}
