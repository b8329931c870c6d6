package io.tradelane.trading.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How far a price moves.
 *
 * @param before of one unit, from the first piece on; likewise {@code after}
 * @param percent the largest move of a quantity that either has a price for
 */
record PriceMove(BigDecimal before, BigDecimal after, BigDecimal percent) {
    private static final BigDecimal LARGEST = new BigDecimal("9999999999");
    private static final int DECIMALS = 6;

    /** @return empty when nothing counted before, or nothing moves */
    static Optional<PriceMove> of(List<ArticlePrices.Tier> before, List<ArticlePrices.Tier> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal largest = BigDecimal.ZERO;
        for (List<ArticlePrices.Tier> tiers : List.of(before, after)) {
            for (ArticlePrices.Tier tier : tiers) {
                BigDecimal old = at(before, ArticlePrices.first(tier.from()));
                BigDecimal moved = at(after, ArticlePrices.first(tier.from())).subtract(old).abs();
                BigDecimal share = moved.signum() == 0 ? BigDecimal.ZERO : old.signum() == 0 ? LARGEST : moved.multiply(BigDecimal.valueOf(100)).divide(old, MathContext.DECIMAL64);
                largest = largest.max(share.min(LARGEST));
            }
        }
        return largest.signum() == 0 ? Optional.empty()
                : Optional.of(new PriceMove(at(before, BigDecimal.ZERO).setScale(DECIMALS, RoundingMode.HALF_UP), at(after, BigDecimal.ZERO).setScale(DECIMALS, RoundingMode.HALF_UP),
                        largest.setScale(2, RoundingMode.HALF_UP)));
    }

    /** What a quantity costs each: the last tier that begins at it or before, else the first there is. */
    private static BigDecimal at(List<ArticlePrices.Tier> tiers, BigDecimal quantity) {
        ArticlePrices.Tier fits = tiers.getFirst();
        for (ArticlePrices.Tier tier : tiers) {
            BigDecimal from = ArticlePrices.first(tier.from());
            boolean begun = from.compareTo(quantity) <= 0;
            boolean better = ArticlePrices.first(fits.from()).compareTo(quantity) > 0 ? begun || from.compareTo(ArticlePrices.first(fits.from())) < 0
                    : begun && from.compareTo(ArticlePrices.first(fits.from())) > 0;
            fits = better ? tier : fits;
        }
        return fits.amount();
    }
}
