package io.tradelane.trading.catalogue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier says of an article.
 *
 * @param number the supplier's, unique for the supplier; never changed
 * @param unit in which it is sold, UN/ECE Recommendation 20
 * @param packQuantity how many units make a pack
 * @param minQuantity least that can be ordered
 * @param stepQuantity ordered quantities are multiples of it
 * @param leadDays from order to despatch
 * @param attributes by code; a number in the attribute's unit
 * @param variantOf the article of which this is another size or colour
 */
public record ArticleForm(
        String number,
        @Nullable String gtin,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable UUID category,
        @Nullable String brand,
        @Nullable String model,
        @Nullable String spec,
        @Nullable String descriptionZh,
        @Nullable String descriptionEn,
        String unit,
        @Nullable BigDecimal packQuantity,
        @Nullable BigDecimal minQuantity,
        @Nullable BigDecimal stepQuantity,
        @Nullable Integer leadDays,
        Map<String, String> attributes,
        @Nullable UUID variantOf) {

    public ArticleForm {
        attributes = new TreeMap<>(attributes);
    }

    /** Whether what buyers rely on is the same; the rest may change without the operator. */
    boolean sameToBuyers(ArticleForm other) {
        return Objects.equals(gtin, other.gtin) && Objects.equals(nameZh, other.nameZh) && Objects.equals(nameEn, other.nameEn)
                && Objects.equals(category, other.category) && Objects.equals(brand, other.brand) && Objects.equals(model, other.model)
                && Objects.equals(spec, other.spec) && Objects.equals(descriptionZh, other.descriptionZh)
                && Objects.equals(descriptionEn, other.descriptionEn) && unit.equals(other.unit) && attributes.equals(other.attributes)
                && Objects.equals(variantOf, other.variantOf);
    }

    /** What of it may change without the operator, of {@code other}. */
    ArticleForm withTermsOf(ArticleForm other) {
        return new ArticleForm(number, gtin, nameZh, nameEn, category, brand, model, spec, descriptionZh, descriptionEn, unit, other.packQuantity,
                other.minQuantity, other.stepQuantity, other.leadDays, attributes, variantOf);
    }
}
