package io.tradelane.portal.requirement;

import io.tradelane.trading.catalogue.ArticleSummary;
import io.tradelane.trading.relation.Standing;
import io.tradelane.trading.requirement.LineMatches;
import io.tradelane.trading.requirement.MatchFactor;
import io.tradelane.trading.shared.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What fits a line, with the reasons in both languages. */
record MatchResource(String lineNumber, String text, Quantity quantity, List<Product> products, List<Supplier> suppliers) {

    /** @param scores each 0 to 100; null: nothing is known */
    record Product(ArticleSummary article, int score, Map<MatchFactor, @Nullable Integer> scores, List<Reason> reasons) {}

    record Supplier(UUID id, String name, @Nullable String nameLocal, @Nullable String region, int score, int products, Standing standing, List<Reason> reasons) {}

    record Reason(String code, String en, String zh) {}

    static MatchResource of(LineMatches found, RequirementWords words) {
        return new MatchResource(found.lineNumber(), found.text(), found.quantity(),
                found.products().stream().map(product -> new Product(product.article(), product.score(), scores(product), reasons(product.reasons(), words))).toList(),
                found.suppliers().stream().map(one -> new Supplier(one.id(), one.name(), one.nameLocal(), one.region(), one.score(), one.products(), one.standing(),
                        reasons(one.reasons(), words))).toList());
    }

    private static Map<MatchFactor, @Nullable Integer> scores(LineMatches.Product product) {
        Map<MatchFactor, @Nullable Integer> scores = new LinkedHashMap<>();
        product.scores().forEach(score -> scores.put(score.factor(), score.score()));
        return scores;
    }

    private static List<Reason> reasons(List<LineMatches.Reason> reasons, RequirementWords words) {
        return reasons.stream().map(reason -> new Reason(reason.code().name(), words.reason(reason, Locale.ENGLISH), words.reason(reason, Locale.SIMPLIFIED_CHINESE))).toList();
    }
}
