package io.tradelane.trading.incident;

/** Why a transmission is left out. */
public enum ReplayRefusal {
    /** It is a repeat of another, which counts. */
    DUPLICATE,
    /** A corrected copy of it was sent; the original must not come behind it. */
    CORRECTED_SINCE,
    /** It is being processed. */
    IN_PROCESS,
    /** Nobody has said who sent it. */
    UNASSIGNED,
    /** It is not one of what the hub sends by itself. */
    NOT_OURS,
    /** The partner has acknowledged or refused it: it has it. Write it anew. */
    PARTNER_HAS_IT,
    /** It is on its way. */
    ON_ITS_WAY,
    /** Its bytes are deleted: its retention is over. */
    DELETED
}
