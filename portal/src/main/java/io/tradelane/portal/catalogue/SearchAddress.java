package io.tradelane.portal.catalogue;

import io.tradelane.portal.frame.Constants;
import io.tradelane.trading.catalogue.ArticleQuery;
import io.tradelane.trading.catalogue.Category;
import io.tradelane.trading.catalogue.CategoryAttribute;
import io.tradelane.trading.catalogue.Measures;
import io.tradelane.trading.shared.CurrencyCode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A search as its address says it: {@code q}, {@code category}, {@code supplier}, {@code region}, {@code stock}, {@code lead}, {@code currency},
 * {@code least}, {@code most}, {@code sort}, {@code tab}; {@code a.material} for each value of an attribute, {@code from.length} and {@code to.length}.
 */
public final class SearchAddress {
    private static final int LONGEST = 200;
    private static final int MOST = 60;
    private static final String PATH = "/articles";
    private final Map<String, List<String>> words;

    private SearchAddress(Map<String, List<String>> words) {
        this.words = words;
    }

    static SearchAddress of(MultiValueMap<String, String> parameters) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            List<String> told = values.stream().filter(value -> value != null && !value.isBlank() && value.length() <= LONGEST).map(String::strip).distinct().limit(MOST).toList();
            boolean known = name.matches("q|category|supplier|region|stock|lead|currency|least|most|sort|tab|(?:a|from|to)\\.[\\w-]{1,60}");
            if (known && !told.isEmpty() && kept.size() < MOST) {
                kept.put(name, told);
            }
        });
        return new SearchAddress(kept);
    }

    /** Of a search that was kept. */
    static SearchAddress parse(String query) {
        return of(UriComponentsBuilder.fromUriString(PATH + "?" + query).build().getQueryParams().entrySet().stream().collect(
                org.springframework.util.LinkedMultiValueMap::new,
                (all, entry) -> entry.getValue().forEach(value -> all.add(entry.getKey(), value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8))),
                (one, other) -> one.addAll(other)));
    }

    public String word(String name) {
        List<String> values = words.get(name);
        return values == null ? "" : values.getFirst();
    }

    public boolean has(String name, String value) {
        return words.getOrDefault(name, List.of()).contains(value);
    }

    /** The words but those of {@code without}, for the hidden fields of a form that sets these. */
    public List<Map.Entry<String, String>> but(List<String> without) {
        List<Map.Entry<String, String>> left = new ArrayList<>();
        words.forEach((name, values) -> values.stream().filter(value -> !without.contains(name)).forEach(value -> left.add(Map.entry(name, value))));
        return left;
    }

    public SearchAddress with(String name, @Nullable Object value) {
        Map<String, List<String>> more = new LinkedHashMap<>(words);
        if (value == null || value.toString().isEmpty()) {
            more.remove(name);
        } else {
            more.put(name, List.of(value.toString()));
        }
        return new SearchAddress(more);
    }

    /** With the value if it is not among them, else without. */
    public SearchAddress toggled(String name, String value) {
        List<String> values = new ArrayList<>(words.getOrDefault(name, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        Map<String, List<String>> more = new LinkedHashMap<>(words);
        more.put(name, values);
        more.values().removeIf(List::isEmpty);
        return new SearchAddress(more);
    }

    /** In another category attributes are others. */
    public SearchAddress in(@Nullable UUID category) {
        Map<String, List<String>> more = new LinkedHashMap<>(words);
        more.keySet().removeIf(name -> name.matches("(?:a|from|to)\\..*"));
        return new SearchAddress(more).with("category", category);
    }

    /** Whether anything but the words typed and the order narrows it. */
    public boolean narrowed() {
        return words.keySet().stream().anyMatch(name -> !List.of("q", "tab", "sort", "currency").contains(name));
    }

    public boolean blank() {
        return !narrowed() && word("q").isEmpty();
    }

    public String query() {
        UriComponentsBuilder address = UriComponentsBuilder.newInstance();
        words.forEach((name, values) -> values.forEach(value -> address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8))));
        return Optional.ofNullable(address.build(true).getQuery()).orElse("");
    }

    @Override
    public String toString() {
        return words.isEmpty() ? PATH : PATH + "?" + query();
    }

    /** @param category the one it names, if there is such; null: none */
    ArticleQuery query(String currency, @Nullable Category category) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        Map<String, ArticleQuery.Range> ranges = new LinkedHashMap<>();
        words.forEach((name, values) -> {
            if (name.startsWith("a.")) {
                attributes.put(name.substring(2), values);
            } else if (name.startsWith("from.") || name.startsWith("to.")) {
                String code = name.substring(name.indexOf('.') + 1);
                String unit = category == null ? null : category.attributes().stream().filter(one -> one.code().equals(code)).findFirst().map(CategoryAttribute::unit).orElse(null);
                BigDecimal from = Measures.in(unit, word("from." + code)).orElse(null);
                BigDecimal to = Measures.in(unit, word("to." + code)).orElse(null);
                if (from != null || to != null) {
                    ranges.put(code, new ArticleQuery.Range(from, to));
                }
            }
        });
        return new ArticleQuery(word("q"), category == null ? null : category.id(), uuid("supplier"), currency(currency), number("least"), number("most"),
                words.getOrDefault("region", List.of()), !word("stock").isEmpty(), word("lead").matches("\\d{1,4}") ? Integer.valueOf(word("lead")) : null,
                attributes, ranges, Constants.of(ArticleQuery.Sort.class, word("sort")).orElse(ArticleQuery.Sort.RELEVANCE));
    }

    @Nullable UUID uuid(String name) {
        String value = word(name);
        return value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(value) : null;
    }

    private String currency(String usual) {
        return CurrencyCode.isKnown(word("currency")) ? word("currency") : usual;
    }

    private @Nullable BigDecimal number(String name) {
        return Measures.in(null, word(name)).filter(number -> number.signum() >= 0).orElse(null);
    }
}
