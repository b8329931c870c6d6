package io.tradelane.trading.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a search found. A choice's count is of what would be found with it, all other filters kept.
 *
 * @param total of articles, on all pages
 * @param more whether there are more than that: of so many, the best are looked at, and the counts are of those
 * @param meant how the words were taken
 * @param suppliers of what was found, those of most articles first
 * @param categories counts by category, one step below the one asked for
 * @param facets counts by attribute and value
 * @param numbers least and greatest by attribute
 */
public record FoundArticles(
        long total,
        boolean more,
        Meant meant,
        List<ArticleSummary> articles,
        List<FoundSupplier> suppliers,
        long supplierCount,
        Map<UUID, Long> categories,
        Map<String, Long> regions,
        long inStock,
        ArticleQuery.@Nullable Range prices,
        ArticleQuery.@Nullable Range leadDays,
        Map<String, Map<String, Long>> facets,
        Map<String, ArticleQuery.Range> numbers) {

    public enum Meant {
        /** Everything typed is there. */
        ALL,
        /** Words spelled alike are. */
        ALIKE,
        /** Some of it is. */
        SOME
    }

    /** @param articles how many of its articles were found */
    public record FoundSupplier(UUID id, String name, @Nullable String nameLocal, @Nullable String city, @Nullable String country, long articles) {}

    static ArticleQuery.@Nullable Range range(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        return least == null && most == null ? null : new ArticleQuery.Range(least, most);
    }
}
