package io.tradelane.trading.document;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where goods are: UN/EDIFACT IFTSTA, X12 214. What a status code means depends on the directory: 21 is delivered in D96A and
 * temporary in D01B; here it is one of {@link Status}, with the code as sent beside it.
 */
public record TransportStatusDocument(String number, LocalDate issueDate, List<Party> parties, List<Consignment> consignments)
        implements BusinessDocument {

    /** @param number the carrier's or shipper's number of the consignment (CNI 1490, RFF+CU, B10 02) */
    public record Consignment(String number, List<Reference> references, List<String> ssccs, List<Event> events) {}

    /**
     * @param code as sent
     * @param reason code or words as sent
     * @param place UN/LOCODE, or a name as sent
     */
    public record Event(
            Status status,
            String code,
            @Nullable OffsetDateTime at,
            @Nullable String place,
            @Nullable String reason,
            @Nullable String signedBy) {}

    public enum Status {
        COLLECTED,
        DEPARTED,
        IN_TRANSIT,
        ARRIVED,
        OUT_FOR_DELIVERY,
        DELIVERED,
        /** Something keeps it from going on; the reason says what. */
        EXCEPTION,
        RETURNED,
        OTHER
    }

    @Override
    public DocumentType type() {
        return DocumentType.TRANSPORT_STATUS;
    }
}
