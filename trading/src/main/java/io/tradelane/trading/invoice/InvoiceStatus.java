package io.tradelane.trading.invoice;

/** Where an invoice stands; derived from its lines and its payments. */
public enum InvoiceStatus {
    RECEIVED,
    MATCHING,
    /** At least one line waits for goods to be received; it is matched again at every receipt. */
    WAITING_RECEIPT,
    /** At least one line waits for a person's decision. */
    EXCEPTION,
    /** Everything matches, and a person has to approve it because it is above the limit. */
    MATCHED,
    /** Every line is decided and at least one is to be paid. */
    APPROVED,
    PART_PAID,
    PAID,
    /** No line is to be paid. */
    REJECTED,
    /** Taken back by credit notes. */
    CREDITED
}
