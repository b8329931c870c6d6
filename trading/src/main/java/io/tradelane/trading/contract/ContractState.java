package io.tradelane.trading.contract;

/** Where a version of a contract is; the contract itself stands as its last version does, or as the one in force. */
public enum ContractState {
    /** Its author's alone. */
    DRAFT,
    /** Proposed; the other side accepts it, proposes another or declines. */
    NEGOTIATING,
    /** Both agree to the text; nobody has signed. */
    READY,
    PARTIALLY_SIGNED,
    /** By both; its first day has not come. */
    SIGNED,
    EFFECTIVE,
    /** Another version took its place. */
    SUPERSEDED,
    DECLINED,
    /** Taken back by the side that wrote it. */
    VOIDED,
    /** Not signed in time. */
    EXPIRED,
    /** All that was agreed is called off. */
    FULFILLED,
    TERMINATED,
    /** Its last day has passed. */
    LAPSED;

    /** Whether nothing can follow. */
    public boolean ended() {
        return ordinal() > EFFECTIVE.ordinal();
    }

    /** Whether text and file are fixed. */
    public boolean agreed() {
        return this == READY || this == PARTIALLY_SIGNED || this == SIGNED || this == EFFECTIVE;
    }
}
