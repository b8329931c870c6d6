package io.tradelane.portal.sourcing;

import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.Article;
import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.CheckDigit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lines pasted as text, an article's number and a quantity each, between them a tab, a comma, a semicolon or a blank. */
@Component
class QuickAdd {
    private final Articles articles;
    private final Words words;

    QuickAdd(Articles articles, Words words) {
        this.articles = articles;
        this.words = words;
    }

    /** @param unread lines that could not be read, as they were pasted */
    record Read(Map<String, String> form, List<String> unread) {}

    private record Pasted(String article, BigDecimal quantity, String unit) {}

    /** Appends what is pasted to the lines of the form; the catalogues of the suppliers chosen say names and units. */
    Read append(Map<String, String> compacted, UUID buyer, LocalDate today) {
        Map<String, String> form = new LinkedHashMap<>(compacted);
        List<String> unread = new ArrayList<>();
        List<Pasted> pasted = new ArrayList<>();
        compacted.getOrDefault("quick", "").lines().map(String::strip).filter(line -> !line.isEmpty())
                .forEach(line -> parse(line).ifPresentOrElse(pasted::add, () -> unread.add(line)));
        List<Optional<Article>> known = known(pasted, buyer, RfqFields.suppliers(compacted), form.getOrDefault("currency", ""), today);
        for (int i = 0; i < pasted.size(); i++) {
            Optional<Article> article = known.get(i);
            int row = RfqFields.rows(form);
            form.put("article-" + row, pasted.get(i).article());
            form.put("description-" + row, article.map(this::name).orElse(""));
            form.put("quantity-" + row, pasted.get(i).quantity().toPlainString());
            form.put("unit-" + row, pasted.get(i).unit().isEmpty() ? article.map(Article::unit).orElse("PCE") : pasted.get(i).unit());
        }
        form.put("quick", String.join("\n", unread));
        return new Read(form, unread);
    }

    private static Optional<Pasted> parse(String line) {
        String[] parts = line.split("\\s*[\\t;,]\\s*|\\s+");
        if (parts.length < 2 || parts.length > 3 || !parts[1].matches("\\d{1,9}(\\.\\d{1,6})?") || new BigDecimal(parts[1]).signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Pasted(parts[0], new BigDecimal(parts[1]), parts.length == 3 ? parts[2].toUpperCase(Locale.ROOT) : ""));
    }

    private List<Optional<Article>> known(List<Pasted> pasted, UUID buyer, List<UUID> suppliers, String currency, LocalDate today) {
        List<Item> items = pasted.stream().map(line -> CheckDigit.isGtin(line.article()) ? new Item(line.article(), null, null, null)
                : new Item(null, line.article(), line.article(), null)).toList();
        List<List<Resolution>> bySupplier = suppliers.stream().map(supplier -> articles.resolve(buyer, supplier, items, currency, today)).toList();
        List<Optional<Article>> found = new ArrayList<>();
        for (int i = 0; i < pasted.size(); i++) {
            int line = i;
            found.add(bySupplier.stream().map(resolved -> resolved.get(line).article()).filter(Objects::nonNull).findFirst());
        }
        return found;
    }

    private String name(Article article) {
        return Stream.of(words.chinese() ? article.nameZh() : article.nameEn(), article.nameEn(), article.nameZh()).filter(Objects::nonNull).findFirst().orElse("");
    }
}
