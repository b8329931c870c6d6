package io.tradelane.mappings.catalogue;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Prices of an article: PRI groups, with the quantity from which each holds (RNG+4) and its dates. */
final class TierPriceRows {
    private static final Set<String> PRICES = Set.of("AAA", "INV", "CAL", "NTP", "AAB", "AAE", "AAF", "AAD", "INF");

    private TierPriceRows() {}

    static List<TierPrice> read(Row line, Amounts amounts) {
        List<TierPrice> prices = new ArrayList<>();
        for (Row row : line.rows("prices")) {
            BigDecimal amount = row.decimal("amount");
            String kind = row.text("kind");
            if (amount != null && (kind == null || PRICES.contains(kind))) {
                BigDecimal basis = row.decimal("basis");
                String unit = row.text("unit");
                Quantity per = new Quantity(basis == null || basis.signum() == 0 ? BigDecimal.ONE : basis, unit == null ? "PCE" : unit);
                BigDecimal from = row.decimal("from");
                prices.add(new TierPrice(
                        new Price(new Money(amount, amounts.currency()), per),
                        from == null ? BigDecimal.ONE : from,
                        row.date("validFrom"),
                        row.date("validTo"),
                        row.text("territory")));
            }
        }
        return List.copyOf(prices);
    }

    static void write(List<TierPrice> prices, Row line) {
        for (TierPrice tier : prices) {
            Price price = tier.price();
            Row row = line.add("prices").set("kind", "AAA").set("amount", price.amount().amount());
            row.set("basis", price.basis().value()).set("unit", price.basis().unit());
            row.set("validFrom", tier.validFrom()).set("validTo", tier.validTo()).set("territory", tier.territory());
            if (tier.from().compareTo(BigDecimal.ONE) > 0) {
                row.set("fromUnit", price.basis().unit()).set("from", tier.from());
            }
        }
    }
}
