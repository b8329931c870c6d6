package io.tradelane.trading.catalogue;

import io.tradelane.trading.document.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list.
 *
 * @param stock what can be sold, where the reader may see exactly that
 * @param shared what the reader may see of it; null: nothing
 * @param price the reader's for the smallest quantity; null: none
 * @param agreed whether that is agreed with the reader
 * @param image the first picture's hash
 * @param low whether its stock is too low; only the supplier is told
 * @param revised whether a change of it waits for the operator
 */
public record ArticleSummary(
        UUID id,
        UUID supplier,
        String supplierName,
        @Nullable String supplierNameLocal,
        @Nullable String region,
        String number,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String brand,
        @Nullable String spec,
        @Nullable UUID category,
        String unit,
        ListingState listing,
        @Nullable Instant listedFrom,
        @Nullable Instant listedUntil,
        @Nullable BigDecimal stock,
        @Nullable SharedStock shared,
        @Nullable Integer leadDays,
        @Nullable Price price,
        boolean agreed,
        @Nullable String image,
        boolean low,
        boolean revised,
        Instant updatedAt) {

    public String name(boolean chinese) {
        String first = chinese ? nameZh : nameEn;
        String other = chinese ? nameEn : nameZh;
        return first != null ? first : other != null ? other : number;
    }
}
