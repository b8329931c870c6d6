package io.tradelane.trading.approval;

import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a person's word goes.
 *
 * @param user null: everybody without a row of her own
 * @param buyUpTo net amount up to which she buys without being asked; null: any
 * @param approveUpTo net amount up to which she approves what others buy; null: any
 */
public record ApprovalLimit(UUID id, @Nullable UUID user, String currency, @Nullable BigDecimal buyUpTo, @Nullable BigDecimal approveUpTo) {

    boolean buys(Money amount) {
        return covers(buyUpTo, amount);
    }

    boolean approves(Money amount) {
        return covers(approveUpTo, amount);
    }

    /** What is in another currency cannot be compared, so it is not covered. */
    private boolean covers(@Nullable BigDecimal limit, Money amount) {
        return limit == null || currency.equals(amount.currency()) && amount.amount().compareTo(limit) <= 0;
    }
}
