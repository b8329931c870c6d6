package io.tradelane.trading.sourcing;

import io.tradelane.trading.catalogue.HeldPrices.HeldPrice;
import io.tradelane.trading.document.Price;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article at the buyer's price.
 *
 * @param inCart 0 when it is not in the cart
 * @param auxiliaryId under which its price was held for a cart before
 * @param held whether {@code price} is that one
 */
public record ShopItem(
        UUID article,
        String number,
        @Nullable String gtin,
        @Nullable String buyerArticle,
        @Nullable String nameZh,
        @Nullable String nameEn,
        String unit,
        @Nullable BigDecimal packQuantity,
        Price price,
        BigDecimal inCart,
        @Nullable String auxiliaryId,
        boolean held) {

    public String name() {
        return nameEn != null ? nameEn : nameZh != null ? nameZh : number;
    }

    ShopItem at(@Nullable HeldPrice promised) {
        return promised == null || !promised.article().equals(article) ? this : new ShopItem(
                article, number, gtin, buyerArticle, nameZh, nameEn, unit, packQuantity, promised.price(), inCart, auxiliaryId, true);
    }
}
