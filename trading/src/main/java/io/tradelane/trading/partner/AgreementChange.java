package io.tradelane.trading.partner;

/** How a change of an agreement's versions ended. */
public sealed interface AgreementChange {

    /** @param version its number */
    record Done(int version) implements AgreementChange {}

    /** Neither the agreement nor the version is there, or the agreement has ended. */
    record NotFound() implements AgreementChange {}

    /** Somebody else has changed the draft since. @param edits what it is at now */
    record Stale(int edits) implements AgreementChange {}

    /** The version's state does not allow it. */
    record Illegal(AgreementVersion.State state) implements AgreementChange {}

    /** Who changed it may not put it into force. */
    record SameHands() implements AgreementChange {}

    /** It is to end, as soon as another person says so too. */
    record EndWanted() implements AgreementChange {}

    /** @param code a key for the text */
    record Invalid(String field, String code) implements AgreementChange {}
}
