package io.tradelane.trading.inventory;

import io.tradelane.trading.catalogue.SharedStock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a supplier shows the reader of an article's stock, in {@code unit}. @param buyerArticle the reader's own number of it */
public record SharedStockRow(
        UUID article, UUID supplier, String supplierName, @Nullable String supplierNameLocal, String number, @Nullable String buyerArticle, @Nullable String gtin,
        @Nullable String nameZh, @Nullable String nameEn, String unit, SharedStock stock, @Nullable Instant asOf) {

    public String name(boolean chinese) {
        String first = chinese ? nameZh : nameEn;
        String other = chinese ? nameEn : nameZh;
        return first != null ? first : other != null ? other : number;
    }
}
