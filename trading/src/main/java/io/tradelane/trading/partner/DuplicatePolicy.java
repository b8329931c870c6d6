package io.tradelane.trading.partner;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of what a partner sends twice.
 *
 * @param repeated an interchange with the same control reference and the same bytes
 * @param reused an interchange with a used control reference and other bytes
 * @param reuseAfterDays after so many days a control reference may be used again, 1 to 3650; null: never
 * @param documentRepeated a document with the same number and content
 * @param documentReused a document with a used number and other content
 */
public record DuplicatePolicy(
        Treatment repeated, Treatment reused, @Nullable Integer reuseAfterDays, Treatment documentRepeated, Treatment documentReused) {
    public static final int MOST_DAYS = 3650;

    public static final DuplicatePolicy USUAL =
            new DuplicatePolicy(Treatment.IGNORE, Treatment.HOLD, null, Treatment.IGNORE, Treatment.HOLD);

    /** @throws IllegalArgumentException if there are too few or too many days */
    public DuplicatePolicy {
        if (reuseAfterDays != null && (reuseAfterDays < 1 || reuseAfterDays > MOST_DAYS)) {
            throw new IllegalArgumentException(reuseAfterDays + " days");
        }
        repeated = Objects.requireNonNullElse(repeated, Treatment.IGNORE);
        reused = Objects.requireNonNullElse(reused, Treatment.HOLD);
        documentRepeated = Objects.requireNonNullElse(documentRepeated, Treatment.IGNORE);
        documentReused = Objects.requireNonNullElse(documentReused, Treatment.HOLD);
    }

    public enum Treatment {
        /** It is recorded, and has no effect. */
        IGNORE,
        /** The sender is told that it is refused. */
        REFUSE,
        /** A person decides. */
        HOLD
    }
}
