package io.tradelane.trading.sourcing;

import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prices from different quantities on: which of them counts. */
final class Tiers {

    private Tiers() {}

    /** The one for a quantity: with the greatest least quantity that it reaches; where it reaches none, the one that it misses by least. */
    static Optional<QuoteLineRow> fitting(List<QuoteLineRow> tiers, BigDecimal quantity) {
        List<QuoteLineRow> priced = tiers.stream().filter(line -> line.price() != null).toList();
        Comparator<QuoteLineRow> byMinimum = Comparator.comparing(Tiers::minimum);
        return priced.stream().filter(line -> minimum(line).compareTo(quantity) <= 0).max(byMinimum).or(() -> priced.stream().min(byMinimum));
    }

    static BigDecimal minimum(QuoteLineRow line) {
        return line.minimumOrder() == null ? BigDecimal.ZERO : line.minimumOrder();
    }

    /** The tiers of each line offered, in the order of the offer. */
    static Map<String, List<QuoteLineRow>> byLine(List<QuoteLineRow> lines) {
        return lines.stream().collect(Collectors.groupingBy(QuoteLineRow::lineNumber, LinkedHashMap::new, Collectors.toList()));
    }

    /** What all of it costs at the quantities offered. */
    static Money total(List<QuoteLineRow> lines, String currency) {
        return byLine(lines).values().stream()
                .flatMap(tiers -> fitting(tiers, tiers.getFirst().quantity()).stream())
                .map(line -> amount(line, currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    static Money amount(QuoteLineRow line, String currency) {
        var price = line.price(currency);
        return price == null ? Money.zero(currency) : price.of(new Quantity(line.quantity(), line.unit())).rounded();
    }
}
