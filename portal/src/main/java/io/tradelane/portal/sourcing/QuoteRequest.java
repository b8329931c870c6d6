package io.tradelane.portal.sourcing;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import io.tradelane.trading.sourcing.QuoteForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An offer in JSON: a quotation, or a counter-offer, which names only the lines that change.
 *
 * @param number the supplier's own number of this version; absent: the next free one
 * @param validTo last day on which it can be accepted; a quotation needs it
 * @param currency absent: that of the request, or of what is answered
 */
record QuoteRequest(
        @Nullable String number, @Nullable LocalDate validTo, @Nullable String currency, @Nullable String paymentTerms, @Nullable String note,
        @Nullable List<Line> lines) {

    /**
     * @param lineNumber of the request; several of one number are prices from different quantities on
     * @param price for {@code priceBasis} units, 1 unless said otherwise; absent: not offered
     */
    record Line(
            @Nullable String lineNumber, @Nullable BigDecimal quantity, @Nullable BigDecimal price, @Nullable BigDecimal priceBasis, @Nullable String unit,
            @Nullable BigDecimal minimumOrder, @Nullable Integer leadTimeDays, @Nullable LocalDate promisedDelivery, @Nullable String note) {}

    /** @param units the unit of a line, by its number */
    QuoteForm form(String usualCurrency, Function<String, String> units) {
        String said = currency == null ? usualCurrency : currency;
        if (!said.matches("[A-Z]{3}")) {
            throw RfqRequest.invalid("currency");
        }
        List<QuoteForm.Line> offered = new ArrayList<>();
        for (Line line : lines == null ? List.<Line>of() : lines) {
            if (line == null || line.lineNumber() == null) {
                throw RfqRequest.invalid("lines[" + offered.size() + "].lineNumber");
            }
            String unit = line.unit() != null && !line.unit().isBlank() ? line.unit() : units.apply(line.lineNumber());
            Price price = line.price() == null ? null
                    : new Price(new Money(line.price(), said), new Quantity(line.priceBasis() == null || line.priceBasis().signum() <= 0 ? BigDecimal.ONE
                    : line.priceBasis(), unit));
            offered.add(new QuoteForm.Line(line.lineNumber(), line.quantity(), price, line.minimumOrder(), line.leadTimeDays(), line.promisedDelivery(), line.note()));
        }
        return new QuoteForm(number == null || number.isBlank() ? null : number.strip(), validTo, said, paymentTerms, note, offered);
    }
}
