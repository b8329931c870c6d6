package io.tradelane.trading.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The carrier's answer to a load tender: X12 990.
 *
 * @param instructionNumber the shipment answered
 * @param reason in words or the standard's code, of a refusal
 */
public record TransportResponseDocument(
        String number,
        LocalDate issueDate,
        String instructionNumber,
        Decision decision,
        @Nullable String carrierReference,
        @Nullable String reason,
        List<Party> parties)
        implements BusinessDocument {

    /** The code is X12 data element 558. */
    public enum Decision {
        ACCEPTED("A"),
        DECLINED("D"),
        CONDITIONAL("B"),
        CANCELLED("R");

        private final String code;

        Decision(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    @Override
    public DocumentType type() {
        return DocumentType.TRANSPORT_RESPONSE;
    }
}
