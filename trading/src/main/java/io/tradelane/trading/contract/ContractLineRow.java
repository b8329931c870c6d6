package io.tradelane.trading.contract;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code contract_line}; the components are its columns. */
record ContractLineRow(
        UUID id,
        UUID versionId,
        int position,
        String lineNumber,
        @Nullable String gtin,
        @Nullable String buyerArticle,
        @Nullable String supplierArticle,
        @Nullable String description,
        String unit,
        @Nullable BigDecimal quantity,
        BigDecimal price,
        BigDecimal priceBasis,
        @Nullable LocalDate delivery) {

    static ContractLineRow of(UUID id, UUID version, int position, ContractForm.Line line) {
        return new ContractLineRow(id, version, position, line.lineNumber(), line.item().gtin(), line.item().buyerArticle(), line.item().supplierArticle(),
                line.item().description(), line.unit(), line.quantity(), line.price().amount().amount(), line.price().basis().value(), line.delivery());
    }

    ContractForm.Line line(String currency) {
        return new ContractForm.Line(lineNumber, new Item(gtin, buyerArticle, supplierArticle, description), unit,
                quantity == null ? null : Figures.quantity(quantity),
                new Price(new Money(Figures.price(price), currency), new Quantity(Figures.quantity(priceBasis), unit)), delivery);
    }
}
