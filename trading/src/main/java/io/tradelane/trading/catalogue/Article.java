package io.tradelane.trading.catalogue;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a supplier sells.
 *
 * @param number the supplier's article number, unique for the supplier
 * @param gtin GS1 Global Trade Item Number with a right check digit
 * @param unit UN/ECE Recommendation 20 code of the unit it is sold in
 * @param packQuantity how many units make a pack; {@code null} when it is sold loose
 */
public record Article(
        UUID id,
        UUID supplier,
        String number,
        @Nullable String gtin,
        @Nullable String nameZh,
        @Nullable String nameEn,
        String unit,
        @Nullable BigDecimal packQuantity) {}
