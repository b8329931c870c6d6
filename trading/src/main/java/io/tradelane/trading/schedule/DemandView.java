package io.tradelane.trading.schedule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One article of a release: what it changed, and what of it is to be despatched.
 *
 * @param known whether the article is in the supplier's catalogue
 * @param before what was asked for until this release came, {@code after} what it says, {@code firm} of that firm
 * @param open what of the firm deliveries is still to be despatched; {@code null} when the release does not count any more
 * @param weeks before and after, by week
 * @param deliveries what counts now; what counted at its time when it does not count any more
 * @param order {@code null} when the release names none, or none that is here
 * @param cumulative {@code null} when the buyer does not say what it has received
 */
public record DemandView(
        UUID id,
        int position,
        String lineNumber,
        boolean known,
        @Nullable String gtin,
        @Nullable String buyerArticle,
        @Nullable String supplierArticle,
        @Nullable String description,
        @Nullable String articleNameZh,
        @Nullable String articleNameEn,
        @Nullable String shipTo,
        @Nullable String orderNumber,
        @Nullable String orderLineNumber,
        String unit,
        BigDecimal before,
        BigDecimal after,
        BigDecimal firm,
        @Nullable BigDecimal open,
        List<WeekChange> weeks,
        List<Outstanding> deliveries,
        @Nullable Called order,
        @Nullable CumulativeCheck cumulative) {

    public BigDecimal change() {
        return after.subtract(before);
    }

    /**
     * The order called off.
     *
     * @param ordered what is to be delivered on it
     * @param left what is neither despatched nor called off; negative when more is called off than ordered; {@code null} when it cannot be told
     */
    public record Called(UUID id, BigDecimal ordered, BigDecimal shipped, BigDecimal received, @Nullable BigDecimal left) {

        static Called of(Supply known, @Nullable BigDecimal open) {
            return new Called(Objects.requireNonNull(known.order()), known.ordered(), known.shipped(), known.received(),
                    open == null ? null : known.ordered().subtract(known.shipped()).subtract(open));
        }
    }
}
