package io.tradelane.trading.inventory;

import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was sold of an article in a place in a period, as reported last. @param reporter name of the company that says so */
public record SalesFigure(
        String reporter,
        String location,
        @Nullable String gtin,
        @Nullable String buyerArticle,
        @Nullable String supplierArticle,
        @Nullable String description,
        LocalDate periodStart,
        LocalDate periodEnd,
        BigDecimal sold,
        @Nullable BigDecimal returned,
        @Nullable BigDecimal stock,
        String unit,
        @Nullable Money revenue,
        @Nullable UUID message) {}
