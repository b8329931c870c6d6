package io.tradelane.trading.order;

import java.util.List;
import java.util.UUID;

/** How a person's command on something that stands ended. */
public sealed interface CommandResult {

    /** @param version the version to give with the next command */
    record Done(UUID id, int version) implements CommandResult {}

    /** Asked a second time: it had been done. */
    record AlreadyDone(UUID id, int version) implements CommandResult {}

    /** Somebody else was quicker; show what is there now. */
    record StaleVersion(int actual) implements CommandResult {}

    /** The state does not know this event (HTTP 409 {@code illegal-transition}). */
    record IllegalTransition(String state, String event) implements CommandResult {}

    /** The same person may not do both (HTTP 403 {@code sod-violation}). */
    record SeparationOfDuties(String rule) implements CommandResult {}

    /** The input is wrong; each problem names its field. */
    record Invalid(List<Problem> problems) implements CommandResult {}

    /** Not there, or not for this organisation's eyes. */
    record NotFound() implements CommandResult {}

    /**
     * @param field a field name, or {@code lines[3].quantity}
     * @param code a key for the text: {@code required}, {@code too-large}, {@code not-positive} …
     */
    record Problem(String field, String code) {}

    static CommandResult invalid(String field, String code) {
        return new Invalid(List.of(new Problem(field, code)));
    }
}
