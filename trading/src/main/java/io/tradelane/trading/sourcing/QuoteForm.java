package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier offers, or a buyer in answer to it, as a form or the API gives it.
 *
 * @param number the supplier's own number of this version; {@code null}: the next free one
 * @param validTo last day on which it can be accepted; {@code null} only in a buyer's counter-offer
 * @param currency ISO 4217; may be another than that of the request
 * @param lines several of one line of the request are prices from different quantities on
 */
public record QuoteForm(
        @Nullable String number,
        @Nullable LocalDate validTo,
        String currency,
        @Nullable String paymentTerms,
        @Nullable String note,
        List<Line> lines) {

    /**
     * @param lineNumber of the request
     * @param quantity {@code null}: as asked for
     * @param price {@code null}: not offered
     * @param minimumOrder least quantity at this price
     */
    public record Line(
            String lineNumber,
            @Nullable BigDecimal quantity,
            @Nullable Price price,
            @Nullable BigDecimal minimumOrder,
            @Nullable Integer leadTimeDays,
            @Nullable LocalDate promisedDelivery,
            @Nullable String note) {}

    /**
     * As a document that the supplier sent: of what was asked for, in the quantities asked for where it names none. It bears no day of its own,
     * so that the same form tomorrow is the same document.
     */
    QuotationDocument document(String number, RfqRow rfq, List<RfqLineRow> asked) {
        List<QuotationDocument.Line> offered = new ArrayList<>(lines.size());
        for (Line line : lines) {
            RfqLineRow answered = RfqLineRow.byNumber(asked, line.lineNumber()).orElse(null);
            Quantity wanted = answered == null ? Quantity.of(1, "C62") : answered.asked();
            Quantity quantity = line.quantity() == null ? wanted : new Quantity(line.quantity(), wanted.unit());
            offered.add(new QuotationDocument.Line(String.valueOf(offered.size() + 1), line.lineNumber(),
                    answered == null ? new Item(null, null, null, null) : answered.item(), quantity, line.price(), null,
                    line.minimumOrder() == null ? null : new Quantity(line.minimumOrder(), wanted.unit()), line.promisedDelivery(), line.leadTimeDays(),
                    line.note()));
        }
        return new QuotationDocument(number, LocalDate.EPOCH, rfq.number(), null, null, validTo, currency, List.of(), List.of(), paymentTerms, note, null, offered);
    }
}
