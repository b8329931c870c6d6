package io.tradelane.trading.sourcing;

/** How an invited supplier stands to a request. */
public enum InviteeState {
    INVITED,
    VIEWED,
    DECLINED,
    QUOTED,
    AWARDED,
    NOT_AWARDED;

    /** Whether nobody waits for it any more. */
    boolean answered() {
        return this != INVITED && this != VIEWED;
    }
}
