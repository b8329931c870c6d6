package io.tradelane.portal.catalogue;

import io.tradelane.trading.catalogue.Category;
import io.tradelane.trading.catalogue.CategoryAttribute;
import io.tradelane.trading.catalogue.FoundArticles;
import io.tradelane.trading.catalogue.Measures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a search can be narrowed by, as links: each leads to the search with that choice, or without it where it is made. */
@Component
class Facets {
    private static final int MOST_CHOICES = 12;
    private final ArticleWords words;

    Facets(ArticleWords words) {
        this.words = words;
    }

    record Choice(String name, long count, boolean chosen, String address) {}

    /** @param code of the attribute, {@code region} for the place */
    record Facet(String code, String title, List<Choice> choices) {}

    /** @param unit in which the fields are read when they say none */
    record Range(String code, String title, String unit, String least, String most, String from, String to) {}

    /** @param above where one comes from, the root first */
    record Sides(List<Choice> above, List<Choice> categories, List<Facet> facets, List<Range> ranges) {}

    Sides of(FoundArticles found, SearchAddress address, @Nullable Category category, Map<UUID, Category> tree) {
        List<Choice> above = new ArrayList<>();
        if (category != null) {
            category.ancestors().forEach(id -> above.add(new Choice(words.name(tree.get(id)), 0, id.equals(category.id()), address.in(id).toString())));
        }
        List<Choice> below = found.categories().entrySet().stream().filter(entry -> tree.containsKey(entry.getKey()))
                .map(entry -> new Choice(words.name(tree.get(entry.getKey())), entry.getValue(), false, address.in(entry.getKey()).toString()))
                .sorted(Comparator.comparing(Choice::count).reversed()).toList();
        List<Facet> facets = new ArrayList<>();
        add(facets, "region", null, found.regions(), address);
        Map<String, CategoryAttribute> known = known(category == null ? tree.values() : List.of(category));
        found.facets().forEach((code, values) -> {
            CategoryAttribute attribute = known.get(code);
            if (code.equals("brand") || attribute != null && attribute.facet()) {
                add(facets, code, attribute, values, address);
            }
        });
        List<Range> ranges = found.numbers().entrySet().stream().filter(entry -> known.containsKey(entry.getKey()) && known.get(entry.getKey()).facet()).map(entry -> {
            CategoryAttribute attribute = known.get(entry.getKey());
            return new Range(entry.getKey(), words.label(attribute), attribute.unit() == null ? "" : Measures.symbol(attribute.unit()), plain(entry.getValue().from()),
                    plain(entry.getValue().to()), address.word("from." + entry.getKey()), address.word("to." + entry.getKey()));
        }).toList();
        return new Sides(above, below, facets, ranges);
    }

    private void add(List<Facet> facets, String code, @Nullable CategoryAttribute attribute, Map<String, Long> values, SearchAddress address) {
        String parameter = code.equals("region") ? "region" : "a." + code;
        List<Choice> choices = values.entrySet().stream()
                .map(entry -> new Choice(attribute == null ? entry.getKey() : words.value(attribute, entry.getKey()), entry.getValue(), address.has(parameter, entry.getKey()),
                        address.toggled(parameter, entry.getKey()).toString()))
                .sorted(Comparator.comparing(Choice::chosen).thenComparing(Choice::count).reversed()).limit(MOST_CHOICES).toList();
        if (!choices.isEmpty()) {
            facets.add(new Facet(code, attribute == null ? "" : words.label(attribute), choices));
        }
    }

    private static Map<String, CategoryAttribute> known(Collection<Category> categories) {
        Map<String, CategoryAttribute> known = new LinkedHashMap<>();
        categories.forEach(category -> category.attributes().forEach(attribute -> known.putIfAbsent(attribute.code(), attribute)));
        return known;
    }

    private static String plain(java.math.@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
