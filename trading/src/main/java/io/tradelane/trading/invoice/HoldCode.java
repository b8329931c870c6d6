package io.tradelane.trading.invoice;

/** Why a line is held; the codes are the clarification reasons of Peppol BIS Invoice Response 3 (OPStatusReason). */
public enum HoldCode {
    /** Price other than confirmed. */
    PRI,
    /** More than received and not yet invoiced. */
    QTY,
    /** Article or unit other than ordered. */
    ITM,
    /** No such order or order line. */
    REF,
    /** The line amount is not quantity times price. */
    OTH
}
