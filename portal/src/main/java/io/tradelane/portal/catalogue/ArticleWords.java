package io.tradelane.portal.catalogue;

import io.tradelane.portal.frame.Vocabulary;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.catalogue.Category;
import io.tradelane.trading.catalogue.CategoryAttribute;
import io.tradelane.trading.catalogue.Measures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How categories and their attributes are called, in templates {@code #articleWords}. */
@Component("articleWords")
class ArticleWords implements Vocabulary {
    private final Words words;

    ArticleWords(Words words) {
        this.words = words;
    }

    /** With as many dashes before it as it is deep. */
    public String indented(Category category) {
        return "– ".repeat(category.depth()) + category.name(words.chinese());
    }

    public String name(@Nullable Category category) {
        return category == null ? "–" : category.name(words.chinese());
    }

    /** {@code Length (mm)}. */
    public String label(CategoryAttribute attribute) {
        String name = attribute.name(words.chinese());
        return attribute.unit() == null ? name : name + " (" + Measures.symbol(attribute.unit()) + ")";
    }

    /** {@code 40 mm}, {@code Stainless steel}, {@code Yes}. */
    public String value(CategoryAttribute attribute, String value) {
        return switch (attribute.kind()) {
            case NUMBER -> attribute.unit() == null ? value : value + " " + Measures.symbol(attribute.unit());
            case YES_NO -> words.text(value.equals("true") ? "article.yes" : "article.no");
            case CHOICE, TEXT -> attribute.shown(value, words.chinese());
        };
    }

    public boolean chinese() {
        return words.chinese();
    }
}
