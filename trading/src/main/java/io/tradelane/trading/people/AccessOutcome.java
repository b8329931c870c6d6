package io.tradelane.trading.people;

/** How a change of who may do what ended. */
public sealed interface AccessOutcome {

    record Done() implements AccessOutcome {}

    /** A second person has to agree. */
    record Waiting() implements AccessOutcome {}

    /** @param rule {@code own-roles}, {@code second-person}, {@code last-administrator}, or the duties that must be apart */
    record SeparationOfDuties(String rule) implements AccessOutcome {}

    /** @param code {@code required}, {@code email}, {@code role}, {@code member}, {@code too-many}, {@code decided} */
    record Invalid(String field, String code) implements AccessOutcome {}

    /** There is nothing of that id, or nothing that the caller may see. */
    record NotFound() implements AccessOutcome {}
}
