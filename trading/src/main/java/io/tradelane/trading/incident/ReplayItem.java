package io.tradelane.trading.incident;

import io.tradelane.trading.exchange.Consequences.Consequence;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One transmission of a {@link Replay}.
 *
 * @param messages places in it of the documents that are wanted; empty: all
 * @param preview what it would bring about; null: not tried yet
 * @param outcome null: not done yet
 * @param detail why it was skipped or failed: a {@link ReplayRefusal}, or what the machine says
 * @param result the interchange that was made of it
 * @param status of that interchange
 */
public record ReplayItem(
        int position,
        UUID interchange,
        @Nullable String controlReference,
        Set<Integer> messages,
        @Nullable List<Consequence> preview,
        @Nullable Outcome outcome,
        @Nullable String detail,
        @Nullable UUID result,
        @Nullable UUID outbox,
        @Nullable String status) {

    public enum Outcome {
        READ,
        SENT,
        WRITTEN,
        SKIPPED,
        FAILED
    }
}
