package io.tradelane.trading.inventory;

import io.tradelane.trading.document.InventoryReportDocument.Kind;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How much of an article is in a place, as its owner reported it last. @param reporter name of the company that says so */
public record StockLevel(
        String reporter,
        String location,
        @Nullable String gtin,
        @Nullable String buyerArticle,
        @Nullable String supplierArticle,
        @Nullable String description,
        Kind kind,
        BigDecimal quantity,
        String unit,
        OffsetDateTime asOf,
        @Nullable UUID message) {

    /** Whether the report gave a day and no time of it: such a day is taken as its midnight in UTC, as documents have it. */
    public boolean ofDay() {
        return asOf.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
