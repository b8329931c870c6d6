package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ArticleResult.Done;
import io.tradelane.trading.catalogue.ArticleResult.Problem;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the operator does to a category that is there: other names, other attributes, no more articles in it. */
@Service
@Transactional
public class CategoryChanges {
    private final Categories categories;
    private final CategoryRepository repository;
    private final Vocabulary vocabulary;
    private final Journal journal;
    private final Clock clock;

    CategoryChanges(Categories categories, CategoryRepository repository, Vocabulary vocabulary, Journal journal, Clock clock) {
        this.categories = categories;
        this.repository = repository;
        this.vocabulary = vocabulary;
        this.journal = journal;
        this.clock = clock;
    }

    /** An attribute of the category's own. @param retired no more asked for; what was said stays in the articles */
    public record Own(CategoryAttribute attribute, boolean retired) {}

    /** Those of the category itself, in their order, the retired ones last. */
    @Transactional(readOnly = true)
    public List<Own> own(UUID category) {
        return repository.own(category);
    }

    /** How many articles are in each category or below it. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> articles() {
        return repository.articles();
    }

    /** @return {@code Invalid} also when the code is taken, by a category or by an attribute above, or the parent is not there or retired */
    public ArticleResult create(@Nullable UUID parent, String code, String nameZh, String nameEn, List<CategoryAttribute> attributes) {
        List<Problem> problems = CategoryCheck.check(nameZh, nameEn, attributes);
        if (!code.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}")) {
            problems.add(new Problem("code", code.isBlank() ? "required" : "code"));
        }
        if (parent != null && categories.find(parent).filter(one -> !one.retired()).isEmpty()) {
            problems.add(new Problem("parent", "unknown"));
        }
        if (!problems.isEmpty()) {
            return new ArticleResult.Invalid(problems);
        }
        return categories.create(new Categories.NewCategory(parent, code, nameZh.strip(), nameEn.strip(), attributes)).<ArticleResult>map(id -> new Done(id, 1))
                .orElseGet(() -> ArticleResult.invalid("code", "taken"));
    }

    /**
     * Names and attributes of its own as they are to be, in their order: one that is not among them retires, one that had retired comes back. Code, kind
     * and unit of an attribute stay, for articles say its values so; a choice that articles have made stays too.
     *
     * @return {@code Invalid} with problems of {@code nameZh}, {@code nameEn} and {@code attributes[i].…}
     */
    public ArticleResult change(UUID id, String nameZh, String nameEn, List<CategoryAttribute> attributes, int version) {
        Category category = locked(id);
        if (category == null) {
            return new ArticleResult.NotFound();
        }
        if (category.version() != version) {
            return new ArticleResult.StaleVersion(category.version());
        }
        Map<String, CategoryAttribute> before = new LinkedHashMap<>();
        own(id).forEach(one -> before.put(one.attribute().code(), one.attribute()));
        List<Problem> problems = CategoryCheck.check(nameZh, nameEn, attributes);
        Set<String> elsewhere = repository.codesAround(category);
        for (int i = 0; i < attributes.size() && problems.isEmpty(); i++) {
            CategoryAttribute wanted = attributes.get(i);
            CategoryAttribute stands = before.get(wanted.code());
            if (stands == null && elsewhere.contains(wanted.code())) {
                problems.add(new Problem("attributes[" + i + "].code", "taken"));
            } else if (stands != null && (stands.kind() != wanted.kind() || !String.valueOf(stands.unit()).equals(String.valueOf(wanted.unit())))) {
                problems.add(new Problem("attributes[" + i + "].kind", "fixed"));
            } else if (stands != null && repository.chosen(id, wanted.code(), gone(stands, wanted))) {
                problems.add(new Problem("attributes[" + i + "].choices", "in-use"));
            }
        }
        if (!problems.isEmpty()) {
            return new ArticleResult.Invalid(problems);
        }
        repository.rename(id, nameZh.strip(), nameEn.strip());
        for (int i = 0; i < attributes.size(); i++) {
            if (before.containsKey(attributes.get(i).code())) {
                repository.update(id, attributes.get(i), i);
            } else {
                categories.insert(id, attributes.get(i), i);
            }
        }
        repository.retireAllBut(id, attributes.stream().map(CategoryAttribute::code).toList(), OffsetDateTime.now(clock));
        vocabulary.changed();
        repository.indexAnew(id);
        return done(category, "CHANGED", Map.of("nameZh", nameZh.strip(), "nameEn", nameEn.strip(),
                "attributes", String.join(", ", attributes.stream().map(CategoryAttribute::code).toList())));
    }

    private static Set<String> gone(CategoryAttribute stands, CategoryAttribute wanted) {
        Set<String> codes = new HashSet<>();
        stands.choices().forEach(choice -> codes.add(choice.code()));
        wanted.choices().forEach(choice -> codes.remove(choice.code()));
        return codes;
    }

    /** No more articles are put into it, nor categories below it; those in it stay, and are found. Only with nothing below it that is not retired. */
    public ArticleResult retire(UUID id, int version) {
        return retire(id, version, true);
    }

    public ArticleResult reinstate(UUID id, int version) {
        return retire(id, version, false);
    }

    private ArticleResult retire(UUID id, int version, boolean retired) {
        Category category = locked(id);
        if (category == null) {
            return new ArticleResult.NotFound();
        }
        if (category.version() != version) {
            return new ArticleResult.StaleVersion(category.version());
        }
        if (category.retired() == retired) {
            return new Done(id, version);
        }
        Map<UUID, Category> tree = categories.tree();
        if (retired && tree.values().stream().anyMatch(one -> id.equals(one.parent()) && !one.retired())) {
            return ArticleResult.invalid("category", "has-children");
        }
        if (!retired && category.parent() != null && tree.get(category.parent()).retired()) {
            return ArticleResult.invalid("category", "parent-retired");
        }
        repository.retire(id, retired ? OffsetDateTime.now(clock) : null);
        return done(category, retired ? "RETIRED" : "REINSTATED", Map.of());
    }

    private @Nullable Category locked(UUID id) {
        return repository.lock(id) ? categories.tree().get(id) : null;
    }

    private Done done(Category category, String event, Map<String, String> details) {
        journal.record(new Entry(Categories.ENTITY, category.id(), null, event, null, null, null, Set.of(), details));
        return new Done(category.id(), category.version() + 1);
    }
}
