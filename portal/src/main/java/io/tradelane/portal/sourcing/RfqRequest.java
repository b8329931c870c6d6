package io.tradelane.portal.sourcing;

import io.tradelane.portal.api.Problem;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import io.tradelane.trading.sourcing.RfqForm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request in JSON.
 *
 * @param number the buyer's own; absent: the next free one
 * @param deadline after it no quotation is taken; ISO 8601 with an offset
 * @param zone in which people read the deadline; absent: its offset
 * @param roundsMax absent: 1
 * @param suppliers ids of the organisations invited
 */
record RfqRequest(
        @Nullable String number, @Nullable String title, @Nullable String currency, @Nullable OffsetDateTime deadline, @Nullable String zone,
        @Nullable LocalDate requestedDelivery, @Nullable String paymentTerms, @Nullable String note, @Nullable Boolean sealed, @Nullable Integer roundsMax,
        @Nullable List<UUID> suppliers, @Nullable List<Line> lines) {

    /** @param targetPrice for one unit, in the currency of the request; at least one of the article's numbers or its description is needed */
    record Line(
            @Nullable String lineNumber, @Nullable String gtin, @Nullable String buyerArticle, @Nullable String supplierArticle, @Nullable String description,
            @Nullable BigDecimal quantity, @Nullable String unit, @Nullable BigDecimal targetPrice, @Nullable LocalDate requestedDelivery, @Nullable String note) {}

    RfqForm form() {
        if (deadline == null || currency == null || !currency.matches("[A-Z]{3}")) {
            throw invalid(deadline == null ? "deadline" : "currency");
        }
        List<RfqForm.Line> asked = new ArrayList<>();
        for (Line line : lines == null ? List.<Line>of() : lines) {
            if (line == null) {
                throw invalid("lines[" + asked.size() + "]");
            }
            if (line.quantity() == null || line.unit() == null || line.unit().isBlank()) {
                throw invalid("lines[" + asked.size() + "]." + (line.quantity() == null ? "quantity" : "unit"));
            }
            asked.add(new RfqForm.Line(line.lineNumber(), new Item(line.gtin(), line.buyerArticle(), line.supplierArticle(), line.description()),
                    new Quantity(line.quantity(), line.unit()),
                    line.targetPrice() == null ? null : Price.each(new Money(line.targetPrice(), currency), line.unit()), line.requestedDelivery(), line.note()));
        }
        return new RfqForm(number == null || number.isBlank() ? null : number.strip(), title, currency, deadline, zone == null ? deadline.getOffset().getId() : zone, requestedDelivery, paymentTerms, note, Boolean.TRUE.equals(sealed),
                roundsMax == null ? 1 : roundsMax, suppliers == null ? List.of() : named(suppliers), asked);
    }

    private static List<UUID> named(List<UUID> suppliers) {
        if (suppliers.stream().anyMatch(Objects::isNull)) {
            throw invalid("suppliers");
        }
        return suppliers;
    }

    static Problem invalid(String field) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The input is wrong; see errors.", List.of(Map.of("pointer", field, "code", "required")));
    }
}
