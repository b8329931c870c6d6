package io.tradelane.mappings.invoice;

import io.tradelane.mappings.shared.TradacomsFile;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.shared.Money;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Taxes of several invoices by category and rate. */
final class RateSums {
    private RateSums() {}

    static Collection<Tax> of(List<InvoiceDocument> invoices) {
        Map<String, Tax> sums = new LinkedHashMap<>();
        for (InvoiceDocument invoice : invoices) {
            for (Tax tax : invoice.taxes()) {
                sums.merge(tax.category() + tax.rate().stripTrailingZeros().toPlainString(), tax, RateSums::plus);
            }
        }
        return sums.values();
    }

    private static Tax plus(Tax one, Tax other) {
        return new Tax(one.category(), one.rate(), sum(List.of(one, other).stream().map(Tax::base).toList()),
                sum(List.of(one, other).stream().map(Tax::amount).toList()), one.exemptionReason());
    }

    static Money sum(List<@Nullable Money> amounts) {
        return amounts.stream().filter(Objects::nonNull).reduce(Money.zero(TradacomsFile.CURRENCY), Money::plus);
    }
}
