package io.tradelane.trading.document;

import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer will call off, and when: UN/EDIFACT DELFOR and DELJIT, X12 830 and 862. A release takes the place of the one
 * before it.
 *
 * @param kind forecast, or just in time: the second changes only what is near
 * @param release the number of this release (RFF+AAN, BFR03)
 * @param previousRelease the one it takes the place of (RFF+AIF)
 * @param horizonStart first day, inclusive
 * @param horizonEnd last day, inclusive
 */
public record DeliveryScheduleDocument(
        String number,
        Kind kind,
        LocalDate issueDate,
        @Nullable String release,
        @Nullable String previousRelease,
        @Nullable LocalDate horizonStart,
        @Nullable LocalDate horizonEnd,
        List<Party> parties,
        @Nullable String note,
        List<Line> lines)
        implements BusinessDocument {

    /** The code is UN/EDIFACT data element 1001. */
    public enum Kind {
        FORECAST("241"),
        JUST_IN_TIME("242");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * @param orderNumber the blanket order or contract called off
     * @param shipTo the identifier of a place, absent when one of the parties says it
     * @param cumulativeReceived all received since {@code cumulativeSince} (QTY 70 or 3)
     * @param lastReceipt the despatch advice or delivery note that was received last
     */
    public record Line(
            String lineNumber,
            Item item,
            @Nullable String orderNumber,
            @Nullable String orderLineNumber,
            @Nullable String shipTo,
            @Nullable Quantity cumulativeReceived,
            @Nullable LocalDate cumulativeSince,
            @Nullable String lastReceipt,
            List<Delivery> deliveries) {}

    /**
     * @param from the day, or the first of a period
     * @param to the last day of a period, inclusive; absent for one day
     * @param at the time of day in a just-in-time call, with the zone of the buyer
     */
    public record Delivery(
            Commitment commitment, Quantity quantity, LocalDate from, @Nullable LocalDate to, @Nullable OffsetDateTime at) {}

    /** How sure a delivery is; the code is UN/EDIFACT data element 4017. */
    public enum Commitment {
        FIRM("1"),
        /** Go-ahead to make. */
        PRODUCTION("2"),
        /** Go-ahead to buy material. */
        MATERIAL("3"),
        FORECAST("4");

        private final String code;

        Commitment(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    @Override
    public DocumentType type() {
        return DocumentType.DELIVERY_SCHEDULE;
    }
}
