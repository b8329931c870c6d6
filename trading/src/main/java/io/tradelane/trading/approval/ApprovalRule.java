package io.tradelane.trading.approval;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When somebody has to agree, and who. All rules that fit are asked, by their steps.
 *
 * @param step 1 to 9: the next step is asked when the one before has agreed
 * @param minAmount from this net amount on; an amount in another currency cannot be compared and always fits
 * @param category only the lines of articles in it or below it count
 * @param overBudget fits only when the cost centre's budget does not suffice, or there is none
 * @param approver the person to ask; null: whoever approves and may up to the amount
 * @param escalationHours after so many hours without a decision every approver who may can decide; null: never
 */
public record ApprovalRule(
        UUID id, String name, int step, BigDecimal minAmount, String currency, @Nullable UUID category, @Nullable String costCentre, boolean overBudget,
        @Nullable UUID approver, @Nullable Integer escalationHours, int version) {

    /** What somebody says of a rule. */
    public record Form(
            @Nullable String name, int step, BigDecimal minAmount, @Nullable String currency, @Nullable UUID category, @Nullable String costCentre, boolean overBudget,
            @Nullable UUID approver, @Nullable Integer escalationHours) {}
}
