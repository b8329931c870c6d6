package io.tradelane.trading.document;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's system opens a supplier's shop for one person: cXML PunchOutSetupRequest.
 *
 * @param number payloadID
 * @param buyerCookie given back with the cart
 * @param returnAddress where the cart is posted to
 */
public record PunchOutSetupDocument(
        String number,
        OffsetDateTime createdAt,
        Operation operation,
        String buyerCookie,
        String returnAddress,
        @Nullable String userEmail,
        List<Party> parties,
        List<PunchOutCartDocument.Line> lines)
        implements BusinessDocument {

    /** The code is cXML PunchOutSetupRequest/@operation. */
    public enum Operation {
        CREATE,
        EDIT,
        INSPECT,
        SOURCE
    }

    @Override
    public DocumentType type() {
        return DocumentType.PUNCH_OUT_SETUP;
    }

    @Override
    public LocalDate issueDate() {
        return createdAt.toLocalDate();
    }
}
