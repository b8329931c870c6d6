package io.tradelane.trading.requirement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which requirements to list, newest first.
 *
 * @param text part of a number, a title, an author's name, or of an article's number or description
 * @param author only those of this person; null: of all
 * @param needBy only those of which a line has to be there by this day
 * @param before the cursor: only those older than the one of this id
 * @param limit at most 200
 */
public record RequirementFilter(
        Tab tab, @Nullable String text, @Nullable RequirementState state, @Nullable UUID author, @Nullable LocalDate needBy, @Nullable UUID before, int limit) {

    public enum Tab {
        ALL,
        DRAFT,
        TO_APPROVE,
        /** Approved, and something of it is to be asked for or is being asked for. */
        SOURCING,
        ORDERED,
        ENDED
    }
}
