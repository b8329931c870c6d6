package io.tradelane.trading.catalogue;

import io.tradelane.trading.shared.CheckDigit;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An article to add, or to bring up to date when the supplier already has one of that number. */
public record NewArticle(
        UUID supplier,
        String number,
        @Nullable String gtin,
        @Nullable String nameZh,
        @Nullable String nameEn,
        String unit,
        @Nullable BigDecimal packQuantity) {

    /** @throws IllegalArgumentException if the number is blank or the GTIN's check digit is wrong */
    public NewArticle {
        if (number.isBlank()) {
            throw new IllegalArgumentException("an article needs a number");
        }
        if (gtin != null && !CheckDigit.isGtin(gtin)) {
            throw new IllegalArgumentException("not a GTIN: " + gtin);
        }
    }
}
