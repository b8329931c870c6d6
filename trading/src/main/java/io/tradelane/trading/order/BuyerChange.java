package io.tradelane.trading.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of an order, or its cancellation, that the buyer sent after placing it.
 *
 * @param number the buyer's number of the change
 * @param sequence which change of the order it is, where the buyer counts
 * @param cancels the rest of the order is not wanted any more
 * @param cancelReason why, where a person chose it from the list
 * @param reason of the supplier that refused it
 */
public record BuyerChange(
        UUID id,
        String number,
        @Nullable Integer sequence,
        boolean cancels,
        @Nullable CancelReason cancelReason,
        State state,
        @Nullable String note,
        @Nullable String reason,
        Instant proposedAt,
        @Nullable Instant decidedAt,
        @Nullable UUID message,
        List<RevisedLine> lines) {

    public enum State {
        /** The supplier has to say whether it agrees. */
        PENDING,
        APPLIED,
        REFUSED,
        /** The buyer took it back by cancelling the order. */
        WITHDRAWN
    }
}
