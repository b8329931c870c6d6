package io.tradelane.trading.approval;

import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a cost centre may spend in a period.
 *
 * @param ordered net total of orders that stand
 * @param waiting net total of what waits for approval
 */
public record Budget(UUID id, String costCentre, LocalDate firstDay, LocalDate lastDay, Money amount, Money ordered, Money waiting, int version) {

    /** What somebody says of a budget. */
    public record Form(@Nullable String costCentre, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay, @Nullable BigDecimal amount, @Nullable String currency) {}

    /** Less than nothing when more is committed than there is. */
    public Money left() {
        return amount.minus(ordered).minus(waiting);
    }

    boolean suffices(Money more) {
        return left().amount().compareTo(more.amount()) >= 0;
    }

    /** How much of it is committed, 0 to 100. */
    public int percent() {
        return amount.isZero() ? 100 : amount.minus(left()).amount().movePointRight(2).divide(amount.amount(), RoundingMode.HALF_UP).min(new BigDecimal(100)).intValue();
    }
}
