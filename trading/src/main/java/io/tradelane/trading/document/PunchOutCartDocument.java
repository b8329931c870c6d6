package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person put into the cart of a supplier's shop; not yet an order: cXML PunchOutOrderMessage.
 *
 * @param number payloadID
 */
public record PunchOutCartDocument(
        String number, OffsetDateTime createdAt, String buyerCookie, List<Party> parties, @Nullable Money total, List<Line> lines)
        implements BusinessDocument {

    /** @param auxiliaryId the supplier's key to what was configured, given back in the order */
    public record Line(
            String lineNumber,
            Item item,
            @Nullable String auxiliaryId,
            Quantity quantity,
            @Nullable Price price,
            @Nullable String category,
            @Nullable String note) {}

    @Override
    public DocumentType type() {
        return DocumentType.PUNCH_OUT_CART;
    }

    @Override
    public LocalDate issueDate() {
        return createdAt.toLocalDate();
    }
}
