package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer asks for, as a form or the API gives it.
 *
 * @param number the buyer's own; {@code null}: the next free one
 * @param deadline after it no quotation is taken
 * @param zone in which people read the deadline, an ID of the tz database or an offset
 * @param sealed whether the buyer sees what is offered only after the deadline
 * @param roundsMax how many rounds there may be, the first included
 */
public record RfqForm(
        @Nullable String number,
        @Nullable String title,
        String currency,
        OffsetDateTime deadline,
        String zone,
        @Nullable LocalDate requestedDelivery,
        @Nullable String paymentTerms,
        @Nullable String note,
        boolean sealed,
        int roundsMax,
        List<UUID> suppliers,
        List<Line> lines) {

    /**
     * @param lineNumber unique in the request; {@code null}: its place in the list
     * @param targetPrice what the buyer would like to pay, in the currency of the request
     */
    public record Line(
            @Nullable String lineNumber,
            Item item,
            Quantity quantity,
            @Nullable Price targetPrice,
            @Nullable LocalDate requestedDelivery,
            @Nullable String note) {}

    /** As a document that somebody sent. */
    RequestForQuotationDocument document(String number, LocalDate today) {
        List<RequestForQuotationDocument.Line> all = new ArrayList<>(lines.size());
        for (Line line : lines) {
            String lineNumber = line.lineNumber() == null ? String.valueOf(all.size() + 1) : line.lineNumber();
            all.add(new RequestForQuotationDocument.Line(lineNumber, line.item(), line.quantity(), line.targetPrice(), line.requestedDelivery(), line.note()));
        }
        return new RequestForQuotationDocument(number, today, deadline, requestedDelivery, currency, List.of(), List.of(), paymentTerms, note, all);
    }
}
