package io.tradelane.trading.approval;

import io.tradelane.trading.order.Company;
import io.tradelane.trading.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits, or waited, for approval.
 *
 * @param subject id of the cart, of the order to be changed, or of the contract
 * @param requestedBy null: a machine
 * @param mine whether the reader can decide it now
 */
public record ApprovalRequest(
        UUID id, Kind kind, UUID subject, String number, Company supplier, Money amount, @Nullable String costCentre, @Nullable UUID requestedBy,
        String requestedName, State state, Instant createdAt, @Nullable Instant decidedAt, int version, List<Step> steps, boolean mine) {

    public enum Kind {
        CART,
        /** The supplier's, which the buyer wants to accept. */
        ORDER_CHANGE,
        /** The buyer's own. */
        BUYER_CHANGE,
        /** An order from a contract. */
        CALL_OFF
    }

    public enum State {
        WAITING,
        APPROVED,
        REJECTED,
        RECALLED
    }

    public enum StepState {
        LATER,
        OPEN,
        APPROVED,
        REJECTED,
        OBSOLETE
    }

    /**
     * @param reason the rule that asks; empty: the limit of who buys
     * @param approvers who can decide it now; empty unless it is open
     * @param decidedFor whose delegate decided
     */
    public record Step(
            int position, String reason, StepState state, List<String> approvers, @Nullable Instant openedAt, @Nullable Instant escalateAt, @Nullable Instant escalatedAt,
            @Nullable String decidedName, @Nullable String decidedFor, @Nullable String comment, @Nullable Instant decidedAt) {}

    /** The step at which it stands; null: decided. */
    public @Nullable Step open() {
        return steps.stream().filter(step -> step.state() == StepState.OPEN).findFirst().orElse(null);
    }
}
