package io.tradelane.trading.inventory;

import io.tradelane.trading.document.InventoryReportDocument.Kind;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
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
        @Nullable UUID message) {}
