package io.tradelane.trading.contract;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a contract as one side writes it.
 *
 * @param currency ISO 4217; of every price
 * @param endsOn the last day; {@code null}: until it is terminated
 * @param signBy the last day to sign; {@code null}: thirty days from now
 * @param params values of the template's own variables, by name
 * @param note to the other side; no part of the contract
 */
public record ContractForm(
        String title,
        String currency,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate signBy,
        @Nullable String paymentTerms,
        @Nullable String deliveryTerms,
        Map<String, String> params,
        @Nullable String note,
        List<Line> lines,
        List<Clause> clauses) {

    /** @param quantity all of it, or the most that is called off; {@code null}: no limit */
    public record Line(String lineNumber, Item item, String unit, @Nullable BigDecimal quantity, Price price, @Nullable LocalDate delivery) {}
}
