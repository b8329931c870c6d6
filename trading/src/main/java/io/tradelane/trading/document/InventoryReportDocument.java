package io.tradelane.trading.document;

import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stock at a point of time: UN/EDIFACT INVRPT, X12 846. It replaces what was reported before of the same place and article.
 *
 * @param asOf when the stock was as reported; absent: at the end of the day of issue
 */
public record InventoryReportDocument(
        String number, LocalDate issueDate, @Nullable OffsetDateTime asOf, List<Party> parties, List<Line> lines)
        implements BusinessDocument {

    /** @param location where the stock is: the identifier of a place, absent when one of the parties says it */
    public record Line(
            String lineNumber, Item item, @Nullable String location, @Nullable OffsetDateTime asOf, List<Stock> stocks) {}

    public record Stock(Kind kind, Quantity quantity) {}

    /** The code is UN/EDIFACT data element 6063. */
    public enum Kind {
        ACTUAL("145"),
        ON_HAND("17"),
        /** X12 846 QTY01 33. */
        AVAILABLE("60"),
        /** A code since D01B. */
        RESERVED("248"),
        IN_TRANSIT("57"),
        ON_ORDER("21"),
        BLOCKED("27"),
        MINIMUM("97"),
        MAXIMUM("98"),
        OTHER("1");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    @Override
    public DocumentType type() {
        return DocumentType.INVENTORY_REPORT;
    }
}
