package io.tradelane.trading.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article as its reader sees it; what is the supplier's own business ({@code own}) is absent for others.
 *
 * @param form what is said of it
 * @param supplierNameLocal in Chinese
 * @param listedFrom when it is shown, while it is {@link ListingState#LISTED}
 * @param stock what can be sold, where the reader may see exactly that
 * @param shared what the reader may see of it; null: nothing
 * @param prices for the reader today: agreed ones, else the list's; for the supplier all that stand
 * @param buyerArticle the number under which the reader knows it
 * @param own absent for other companies
 */
public record ArticleView(
        UUID id,
        int version,
        UUID supplier,
        String supplierName,
        @Nullable String supplierNameLocal,
        @Nullable String region,
        ArticleForm form,
        ListingState listing,
        @Nullable Instant listedFrom,
        @Nullable Instant listedUntil,
        @Nullable BigDecimal stock,
        @Nullable SharedStock shared,
        @Nullable Instant stockAsOf,
        List<PriceTier> prices,
        @Nullable String buyerArticle,
        List<Variant> variants,
        @Nullable Own own) {

    /** Another of the same family. */
    public record Variant(UUID id, String number, @Nullable String nameZh, @Nullable String nameEn, @Nullable String spec) {}

    /**
     * @param revision what is to change once the operator agrees
     * @param denial reasons by field; {@code ""}: of the whole
     * @param alertedAt since when the stock is too low
     */
    public record Own(
            @Nullable ArticleForm revision,
            Map<String, String> denial,
            @Nullable BigDecimal alertBelow,
            @Nullable BigDecimal alertUntil,
            @Nullable Instant alertedAt) {}

    public String name(boolean chinese) {
        return name(form, chinese);
    }

    static String name(ArticleForm form, boolean chinese) {
        String first = chinese ? form.nameZh() : form.nameEn();
        String other = chinese ? form.nameEn() : form.nameZh();
        return first != null ? first : other != null ? other : form.number();
    }
}
