package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.Company;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation between a buyer and a supplier: every version that either of them wrote, the last of which counts.
 *
 * @param rfq the request answered; {@code null} for an offer nobody asked for
 * @param versions oldest first, never empty
 * @param order the purchase order made of it; of several the first
 */
public record QuoteView(
        UUID id,
        @Nullable UUID rfq,
        @Nullable String rfqNumber,
        String number,
        Company buyer,
        Company supplier,
        QuoteState state,
        int version,
        List<Version> versions,
        @Nullable UUID order) {

    /**
     * @param n counted from 1
     * @param answers the version that it answers or takes the place of
     * @param outdated the request was amended after it
     * @param total of all lines, at the quantities offered
     * @param statedTotal as the supplier's document says
     */
    public record Version(
            UUID id,
            int n,
            String number,
            Side author,
            @Nullable Integer answers,
            boolean outdated,
            int round,
            QuoteState state,
            String currency,
            @Nullable LocalDate validTo,
            Money total,
            @Nullable Money statedTotal,
            @Nullable String paymentTerms,
            @Nullable String note,
            @Nullable String reason,
            String source,
            @Nullable UUID message,
            Instant submittedAt,
            List<Line> lines) {

        /** Whether the document says another total than its lines make. */
        public boolean totalDiffers() {
            return statedTotal != null && !statedTotal.sameAs(total);
        }
    }

    /**
     * @param lineNumber of the request; of an offer nobody asked for the supplier's own
     * @param price {@code null}: not offered
     * @param amount at the quantity offered
     * @param minimumOrder least quantity at this price; several lines of one number are prices from different quantities on
     */
    public record Line(
            String lineNumber,
            Item item,
            String unit,
            BigDecimal quantity,
            @Nullable Price price,
            @Nullable Money amount,
            @Nullable BigDecimal minimumOrder,
            @Nullable Integer leadTimeDays,
            @Nullable LocalDate promisedDelivery,
            @Nullable String note) {}

    public Version current() {
        return versions.getLast();
    }
}
