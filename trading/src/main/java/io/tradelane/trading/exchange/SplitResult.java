package io.tradelane.trading.exchange;

import java.util.UUID;

/** What became of an interchange when its envelope was known. */
public sealed interface SplitResult {
    UUID interchange();

    /** Messages are stored; process those that are RECEIVED. @param open how many those are */
    record Split(UUID interchange, UUID organisation, int open) implements SplitResult {}

    /** Nothing usable; stored with its findings. Answer the sender. @param organisation the sender */
    record Rejected(UUID interchange, UUID organisation) implements SplitResult {}

    /** The same bytes under the same reference came before. Answer as for the first; nothing is to be done. */
    record Duplicate(UUID interchange, UUID organisation, UUID first) implements SplitResult {}

    /** It came before, or under a used reference, and is refused by agreement. Tell the sender so. */
    record Refused(UUID interchange, UUID organisation, UUID first) implements SplitResult {}

    /** Other bytes under a used reference, or a sender that the door does not vouch for; an incident is open. */
    record Held(UUID interchange, UUID organisation, UUID incident) implements SplitResult {}

    /** The sender is nobody we know; it waits in the unassigned queue. */
    record Unassigned(UUID interchange, UUID incident) implements SplitResult {}

    /** Somebody else has done it or is doing it. */
    record AlreadyDone(UUID interchange) implements SplitResult {}
}
