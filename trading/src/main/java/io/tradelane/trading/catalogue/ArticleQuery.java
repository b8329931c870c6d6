package io.tradelane.trading.catalogue;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer looks for.
 *
 * @param text as typed: names in Chinese or English, as they sound, numbers, sizes
 * @param currency in which prices are compared
 * @param least of the reader's price for one unit, likewise {@code most}
 * @param regions any of them
 * @param leadDays at most
 * @param attributes values by code, any of them
 * @param ranges of numbers by code, in the attribute's unit
 */
public record ArticleQuery(
        String text,
        @Nullable UUID category,
        @Nullable UUID supplier,
        String currency,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        List<String> regions,
        boolean inStock,
        @Nullable Integer leadDays,
        Map<String, List<String>> attributes,
        Map<String, Range> ranges,
        Sort sort) {

    public enum Sort {
        RELEVANCE,
        PRICE,
        PRICE_DOWN,
        LEAD_TIME
    }

    public record Range(@Nullable BigDecimal from, @Nullable BigDecimal to) {}

    public static ArticleQuery of(String text, String currency) {
        return new ArticleQuery(text, null, null, currency, null, null, List.of(), false, null, Map.of(), Map.of(), Sort.RELEVANCE);
    }

    /** The filters that are set, for {@code find_articles}. */
    Map<String, Object> wanted() {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("currency", currency);
        put(wanted, "category", category);
        put(wanted, "supplier", supplier);
        put(wanted, "least", least);
        put(wanted, "most", most);
        put(wanted, "region", regions.isEmpty() ? null : regions);
        put(wanted, "stock", inStock ? true : null);
        put(wanted, "lead", leadDays);
        put(wanted, "attributes", attributes.isEmpty() ? null : attributes);
        put(wanted, "ranges", ranges.isEmpty() ? null : ranges);
        return wanted;
    }

    private static void put(Map<String, Object> wanted, String name, @Nullable Object value) {
        if (value != null) {
            wanted.put(name, value);
        }
    }
}
