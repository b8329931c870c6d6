package io.tradelane.trading.partner;

/** What is done when the control numbers of what a partner sends leave a gap. */
public enum SequencePolicy {
    /** They are not watched. */
    OFF,
    /** It is processed, and the gap is an incident until the missing number comes. */
    WARN,
    /** It waits until the missing number comes, or a person lets it pass. */
    HOLD
}
