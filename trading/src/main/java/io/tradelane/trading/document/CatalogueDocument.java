package io.tradelane.trading.document;

import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's articles and prices: UN/EDIFACT PRICAT, X12 832, UBL Catalogue, BMEcat, IDoc MATMAS, GS1 catalogue item notification.
 *
 * @param number of the catalogue or price list
 * @param version of the same number, counted or named by the supplier
 * @param action what the document as a whole is to the catalogue before it
 * @param validFrom never earlier than it can be known: prices do not change for the past
 */
public record CatalogueDocument(
        String number,
        @Nullable String version,
        LocalDate issueDate,
        Action action,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String currency,
        @Nullable String language,
        List<Party> parties,
        List<Article> articles)
        implements BusinessDocument {

    /** What is done with the articles given. */
    public enum Action {
        /** They are all there are from now on. */
        REPLACE,
        /** They are added or changed; the others stay. */
        UPDATE,
        /** Only prices change. */
        UPDATE_PRICES
    }

    /** What is done with one article. */
    public enum ArticleAction {
        ADD,
        CHANGE,
        DELETE
    }

    /**
     * @param lineNumber in the document, counted from 1 where the format has none
     * @param name short, in the language of the document
     * @param description long
     * @param category the supplier's product group or a classification code
     * @param orderUnit UN/ECE Recommendation 20
     * @param minimumOrder least that can be ordered
     * @param packSize how many order units one package holds
     * @param leadTimeDays from order to despatch
     * @param originCountry ISO 3166-1 alpha-2
     * @param images addresses or file names as sent
     */
    public record Article(
            String lineNumber,
            ArticleAction action,
            Item item,
            @Nullable String name,
            @Nullable String description,
            @Nullable String manufacturer,
            @Nullable String manufacturerArticle,
            @Nullable String category,
            @Nullable String orderUnit,
            @Nullable Quantity minimumOrder,
            @Nullable BigDecimal packSize,
            @Nullable Integer leadTimeDays,
            @Nullable String originCountry,
            @Nullable BigDecimal taxRate,
            List<TierPrice> prices,
            List<Attribute> attributes,
            List<String> images) {}

    /**
     * @param from the quantity from which the price holds; 0 or 1 for the plain price
     * @param validFrom absent: as the catalogue
     */
    public record TierPrice(
            Price price, BigDecimal from, @Nullable LocalDate validFrom, @Nullable LocalDate validTo, @Nullable String territory) {}

    /** @param unit UN/ECE Recommendation 20 or as sent */
    public record Attribute(String name, String value, @Nullable String unit) {}

    @Override
    public DocumentType type() {
        return DocumentType.CATALOGUE;
    }
}
