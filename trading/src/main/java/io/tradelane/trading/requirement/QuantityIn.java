package io.tradelane.trading.requirement;

import io.tradelane.trading.catalogue.ArticleForm;
import io.tradelane.trading.catalogue.Measures;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A quantity in the unit in which an article is sold: pieces of dozens and packs, grams of kilograms. */
final class QuantityIn {
    /** Codes of Recommendation 20 that say no more than: one. */
    private static final Set<String> PIECES = Set.of("PCE", "C62", "EA", "H87", "NMB");
    private static final Map<String, BigDecimal> COUNTS = Map.of("DZN", BigDecimal.valueOf(12), "CEN", BigDecimal.valueOf(100), "MIL", BigDecimal.valueOf(1000), "GRO", BigDecimal.valueOf(144));
    private static final Set<String> PACKS = Set.of("PK", "BX", "CT", "CS", "XPK", "XBX", "XCT", "XBG");

    private QuantityIn() {}

    /** Empty where the two cannot be compared. */
    static Optional<BigDecimal> unitOf(ArticleForm article, Quantity quantity) {
        String unit = article.unit();
        if (quantity.unit().equals(unit) || PIECES.contains(quantity.unit()) && PIECES.contains(unit)) {
            return Optional.of(quantity.value());
        }
        if (PIECES.contains(unit) && COUNTS.containsKey(quantity.unit())) {
            return Optional.of(quantity.value().multiply(COUNTS.get(quantity.unit())));
        }
        if (PACKS.contains(quantity.unit()) && !PACKS.contains(unit)) {
            return Optional.ofNullable(article.packQuantity()).map(quantity.value()::multiply);
        }
        return Measures.in(unit, quantity.value().stripTrailingZeros().toPlainString() + quantity.unit());
    }
}
