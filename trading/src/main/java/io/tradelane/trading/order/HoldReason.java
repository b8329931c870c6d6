package io.tradelane.trading.order;

/** Why a document waits. */
public enum HoldReason {
    /** The same business number came before with other content. */
    CONTENT_CONFLICT(false),
    /** The same document came before, and a person decides by agreement. */
    DOCUMENT_REPEATED(false),
    /** The order it speaks of is not here (yet). */
    UNKNOWN_ORDER(true),
    /** An invoice it speaks of is not here (yet). */
    UNKNOWN_INVOICE(true),
    /** No shipment of that number, and no package, is here (yet). */
    UNKNOWN_SHIPMENT(true),
    /** The transport instruction it speaks of is not here (yet). */
    UNKNOWN_TRANSPORT_ORDER(true),
    /** The payment instruction it speaks of is not here (yet). */
    UNKNOWN_INSTRUCTION(true),
    /** The request for quotation it answers is not here (yet). */
    UNKNOWN_REQUEST(true),
    /** The number by which it names buyer or supplier belongs to nobody here (yet). */
    UNKNOWN_PARTY(true),
    /** A code in it is neither of the standard nor among the partner's cross-references. */
    UNKNOWN_CODE(true),
    /** A line it speaks of is not on the order. */
    UNKNOWN_LINE(false),
    /** The order's state does not allow it. */
    ILLEGAL_TRANSITION(false),
    /** Another change waits for a decision. */
    CHANGE_PENDING(true),
    /** The one before it in its sequence is not here (yet). */
    PREDECESSOR_MISSING(true),
    /** A package with that SSCC was despatched before. */
    SSCC_REUSED(false),
    /** Currency or unit differ from the order's, so that quantities or amounts cannot be compared. */
    NOT_COMPARABLE(false);

    private final boolean mayPass;

    HoldReason(boolean mayPass) {
        this.mayPass = mayPass;
    }

    /** Whether the same document may well be applied later, once something else has come. */
    public boolean mayPass() {
        return mayPass;
    }
}
