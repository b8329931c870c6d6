package io.tradelane.trading.incident;

import java.util.UUID;

/** What came of proposing a correction, or of deciding on one. */
public sealed interface CorrectionOutcome {

    /** It went through the inbox as a new interchange. */
    record Submitted(UUID correction, UUID interchange) implements CorrectionOutcome {}

    /** It waits for another person. */
    record Waiting(UUID correction) implements CorrectionOutcome {}

    /** It is refused or withdrawn; the incident is as it was. */
    record Dropped(UUID correction) implements CorrectionOutcome {}

    /** The incident or the correction has changed since it was read. @param actual its version now */
    record Stale(int actual) implements CorrectionOutcome {}

    record Refused(Why why) implements CorrectionOutcome {}

    enum Why {
        /** The incident is about nothing that came in. */
        NOTHING_CAME_IN,
        /** The incident is closed. */
        CLOSED,
        /** The bytes are those of the original. */
        UNCHANGED,
        /** Another correction of the same incident waits. */
        ALREADY_WAITING,
        /** It is decided. */
        DECIDED,
        /** The author may not be the second person. */
        SAME_PERSON,
        /** Only the author withdraws. */
        NOT_THE_AUTHOR
    }
}
