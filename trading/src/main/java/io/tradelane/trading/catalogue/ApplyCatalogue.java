package io.tradelane.trading.catalogue;

import io.tradelane.trading.document.CatalogueDocument;
import io.tradelane.trading.document.CatalogueDocument.ArticleAction;
import io.tradelane.trading.document.CatalogueDocument.TierPrice;
import io.tradelane.trading.shared.CheckDigit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The command behind {@link Articles#apply}. */
@Component
class ApplyCatalogue {
    private final ArticleRepository articles;

    ApplyCatalogue(ArticleRepository articles) {
        this.articles = articles;
    }

    Articles.Applied apply(CatalogueDocument document, UUID supplier, @Nullable UUID buyer, LocalDate today) {
        int stored = 0;
        int passedOver = 0;
        int prices = 0;
        boolean chinese = document.language() != null && document.language().toLowerCase(java.util.Locale.ROOT).startsWith("zh");
        for (CatalogueDocument.Article said : document.articles()) {
            String number = said.item().supplierArticle() != null ? said.item().supplierArticle() : said.item().gtin();
            if (number == null || said.action() == ArticleAction.DELETE) {
                passedOver++;
                continue;
            }
            UUID article = articles.merge(new ArticleRepository.Said(
                    supplier, number, gtin(said), chinese ? name(said) : null, chinese ? null : name(said), said.orderUnit(), positive(said.packSize())));
            stored++;
            if (buyer != null && said.item().buyerArticle() != null) {
                articles.mapBuyerArticle(buyer, said.item().buyerArticle(), article);
            }
            for (TierPrice price : said.prices()) {
                prices += buyer != null && price.from().compareTo(BigDecimal.ONE) <= 0 && agree(document, price, buyer, article, today) ? 1 : 0;
            }
        }
        return new Articles.Applied(stored, prices, passedOver);
    }

    /** From its first day on, but never for a day that is past. */
    private boolean agree(CatalogueDocument document, TierPrice price, UUID buyer, UUID article, LocalDate today) {
        LocalDate said = price.validFrom() != null ? price.validFrom() : document.validFrom();
        LocalDate from = said == null || said.isBefore(today) ? today : said;
        LocalDate until = price.validTo() != null ? price.validTo() : document.validTo();
        return (until == null || !until.isBefore(from)) && articles.replacePrice(buyer, article, price.price(), from, until);
    }

    private static @Nullable String gtin(CatalogueDocument.Article said) {
        String gtin = said.item().gtin();
        return gtin != null && CheckDigit.isGtin(gtin) ? gtin : null;
    }

    private static @Nullable String name(CatalogueDocument.Article said) {
        return said.name() != null ? said.name() : said.item().description();
    }

    private static @Nullable BigDecimal positive(@Nullable BigDecimal size) {
        return size != null && size.signum() > 0 ? size : null;
    }
}
