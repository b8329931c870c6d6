package io.tradelane.trading.cart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An article that the buyer can order. @param category null: in none */
record Orderable(
        UUID id, UUID supplier, String supplierName, String number, @Nullable String gtin, @Nullable String buyerArticle, @Nullable String nameZh, @Nullable String nameEn,
        String unit, @Nullable BigDecimal minQuantity, @Nullable BigDecimal stepQuantity, @Nullable BigDecimal packQuantity, @Nullable UUID category) {

    /** Ordered quantities are multiples of the step, else of the pack; null: any quantity can be ordered. */
    @Nullable BigDecimal multiple() {
        BigDecimal multiple = stepQuantity != null ? stepQuantity : packQuantity;
        return multiple == null || multiple.signum() <= 0 ? null : multiple;
    }

    /** The least quantity that can be ordered and is no less than asked for. */
    BigDecimal quantity(BigDecimal asked) {
        BigDecimal least = minQuantity == null ? asked : asked.max(minQuantity);
        BigDecimal multiple = multiple();
        return multiple == null ? least : least.divide(multiple, 0, RoundingMode.CEILING).multiply(multiple);
    }

    String name() {
        return nameEn != null ? nameEn : nameZh != null ? nameZh : number;
    }
}
