package io.tradelane.portal.contract;

import io.tradelane.trading.contract.Clause;
import io.tradelane.trading.contract.ContractForm;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of a contract in JSON. @param price of {@code priceBasis} units, 1 where nothing is said */
record ContractRequest(
        String title,
        String currency,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate signBy,
        @Nullable String paymentTerms,
        @Nullable String deliveryTerms,
        @Nullable Map<String, String> params,
        @Nullable String note,
        List<Line> lines,
        List<Clause> clauses) {

    record Line(
            String lineNumber, @Nullable String gtin, @Nullable String buyerArticle, @Nullable String supplierArticle, @Nullable String description, String unit,
            @Nullable BigDecimal quantity, BigDecimal price, @Nullable BigDecimal priceBasis, @Nullable LocalDate delivery) {}

    ContractForm form() {
        return new ContractForm(title == null ? "" : title, currency, startsOn, endsOn, signBy, paymentTerms, deliveryTerms, params == null ? Map.of() : params, note,
                lines == null ? List.of() : lines.stream().map(line -> new ContractForm.Line(line.lineNumber(),
                        new Item(line.gtin(), line.buyerArticle(), line.supplierArticle(), line.description()), line.unit(), line.quantity(),
                        new Price(new Money(line.price(), currency), new Quantity(line.priceBasis() == null ? BigDecimal.ONE : line.priceBasis(), line.unit())),
                        line.delivery())).toList(),
                clauses == null ? List.of() : clauses);
    }
}
