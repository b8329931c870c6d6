package io.tradelane.trading.schedule;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an article that a schedule asks for: of the order line it names, or of all orders of the article where it names none.
 *
 * @param order {@code null} where the schedule names none
 * @param ordered what is to be delivered on the line
 * @param counted what receipts have dealt with, good, damaged or missing
 * @param shippedSince since the day from which the buyer counts
 */
record Supply(
        @Nullable UUID order, BigDecimal ordered, BigDecimal shipped, BigDecimal received, BigDecimal counted, BigDecimal shippedSince,
        BigDecimal receivedSince) {

    /**
     * What of all that was despatched a release does not ask for again: all but what is under way. The buyer's word says how much
     * that is, within what can be; else the receipts do; where nobody sends receipts, nothing is under way.
     */
    BigDecimal deliveredBefore(@Nullable BigDecimal cumulativeReceived) {
        BigDecimal underWay = BigDecimal.ZERO;
        if (cumulativeReceived != null) {
            underWay = shippedSince.subtract(cumulativeReceived).min(shippedSince.subtract(receivedSince));
        } else if (counted.signum() > 0) {
            underWay = shipped.subtract(counted);
        }
        return shipped.subtract(underWay.max(BigDecimal.ZERO));
    }
}
