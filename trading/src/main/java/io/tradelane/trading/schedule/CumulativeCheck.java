package io.tradelane.trading.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer says it has received in all, against what is known here.
 *
 * @param since from which day it counts; {@code null}: from the beginning
 * @param lastReceipt despatch advice or delivery note that was received last
 * @param received as receipts say; {@code null}: nothing is known of the article
 * @param shipped as despatch advices say
 * @param deviation how much less than was received here, or more than was despatched; zero when it lies between, as goods are under way
 */
public record CumulativeCheck(
        BigDecimal stated, @Nullable LocalDate since, @Nullable String lastReceipt, @Nullable BigDecimal received, @Nullable BigDecimal shipped,
        @Nullable BigDecimal deviation) {

    static CumulativeCheck of(BigDecimal stated, @Nullable LocalDate since, @Nullable String lastReceipt, @Nullable Supply known) {
        return known == null ? new CumulativeCheck(stated, since, lastReceipt, null, null, null)
                : new CumulativeCheck(stated, since, lastReceipt, known.receivedSince(), known.shippedSince(), deviation(stated, known));
    }

    private static BigDecimal deviation(BigDecimal stated, Supply known) {
        if (stated.compareTo(known.receivedSince()) < 0) {
            return stated.subtract(known.receivedSince());
        }
        return stated.subtract(known.receivedSince().max(known.shippedSince())).max(BigDecimal.ZERO);
    }

    public boolean deviates() {
        return deviation != null && deviation.signum() != 0;
    }
}
