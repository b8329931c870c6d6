package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code quote_line}; the components are its columns. Never changed. */
record QuoteLineRow(
        UUID id,
        UUID versionId,
        @Nullable UUID rfqLineId,
        int position,
        String lineNumber,
        @Nullable String gtin,
        @Nullable String buyerArticle,
        @Nullable String supplierArticle,
        @Nullable String description,
        String unit,
        BigDecimal quantity,
        @Nullable BigDecimal price,
        @Nullable BigDecimal priceBasis,
        @Nullable String priceUnit,
        @Nullable BigDecimal minimumOrder,
        @Nullable Integer leadTimeDays,
        @Nullable LocalDate promisedDelivery,
        @Nullable String note) {

    Item item() {
        return new Item(gtin, buyerArticle, supplierArticle, description);
    }

    Quantity offered() {
        return new Quantity(Figures.quantity(quantity), unit);
    }

    @Nullable Price price(String currency) {
        return RfqLineRow.price(price, priceBasis, priceUnit, currency);
    }
}
