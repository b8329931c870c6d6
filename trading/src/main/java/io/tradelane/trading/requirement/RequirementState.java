package io.tradelane.trading.requirement;

/** How far a requirement is. */
public enum RequirementState {
    /** Being written. */
    DRAFT,
    /** Submitted; somebody who did not write it decides. */
    PENDING_APPROVAL,
    APPROVED,
    /** Sent back with a reason; an edit makes it a draft again. */
    REJECTED,
    /** Lines of it are in requests for quotation. */
    SOURCING,
    /** Something was ordered; of each line its part. */
    ORDERED,
    /** Nothing more is to be bought for it. */
    CLOSED,
    CANCELLED
}
