package io.tradelane.trading.requirement;

import io.tradelane.trading.catalogue.ArticleMatching;
import io.tradelane.trading.catalogue.ArticleMatching.Candidate;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.relation.Deliveries;
import io.tradelane.trading.relation.Standing;
import io.tradelane.trading.relation.SupplierRelation;
import io.tradelane.trading.relation.SupplierRelations;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What of the catalogue fits the lines of a requirement. Never among it: an article whose minimum order is more than is needed or cannot be compared
 * with it, one from another region than asked for, one of a blocked supplier, and, if only approved ones are wanted, of any other.
 */
@Service
@Transactional(readOnly = true)
public class RequirementMatching {
    private static final int CANDIDATES = 100;
    private static final int PRODUCTS = 10;
    private static final int SUPPLIERS = 10;
    /** What has less than a third of the text is something else. */
    private static final double LEAST_TEXT = 0.34;
    private final RequirementReader requirements;
    private final ArticleMatching articles;
    private final SupplierRelations relations;
    private final Deliveries deliveries;
    private final Clock clock;

    RequirementMatching(RequirementReader requirements, ArticleMatching articles, SupplierRelations relations, Deliveries deliveries, Clock clock) {
        this.requirements = requirements;
        this.articles = articles;
        this.relations = relations;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * @param lines by number; empty: all
     * @param regions cities or countries of suppliers; empty: any
     * @param approvedOnly only suppliers that the caller's company has approved
     */
    public record Wishes(Set<String> lines, List<String> regions, boolean approvedOnly) {}

    /** Empty when the requirement is not there. */
    public Optional<List<LineMatches>> of(UUID requirement, Wishes wishes) {
        return requirements.find(requirement).map(found -> {
            Suppliers suppliers = new Suppliers(relations.all(), deliveries.bySupplier(), wishes);
            return found.lines().stream().filter(line -> wishes.lines().isEmpty() || wishes.lines().contains(line.lineNumber()))
                    .map(line -> line(line, found.currency(), suppliers)).toList();
        });
    }

    /** What is known of all suppliers, once for all lines. */
    private record Suppliers(Map<UUID, SupplierRelation> relations, Map<UUID, Deliveries.Kept> kept, Wishes wishes) {

        Standing standing(UUID supplier) {
            SupplierRelation relation = relations.get(supplier);
            return relation == null ? Standing.NONE : relation.standing();
        }

        boolean allows(Candidate candidate) {
            Standing standing = standing(candidate.article().supplier());
            boolean region = wishes.regions().isEmpty() || candidate.article().region() != null && wishes.regions().contains(candidate.article().region());
            return region && standing != Standing.BLOCKED && (standing == Standing.APPROVED || !wishes.approvedOnly())
                    && !candidate.article().supplier().equals(Tenancy.current().organisation());
        }
    }

    private LineMatches line(RequirementView.Line line, String currency, Suppliers suppliers) {
        List<MatchScore.Fitting> fitting = articles.candidates(new ArticleMatching.Wanted(line.text(), line.article(), line.chosen() == null ? null : line.chosen().id(),
                        currency, suppliers.wishes().regions()), CANDIDATES).stream()
                .filter(suppliers::allows)
                .filter(candidate -> candidate.text() >= LEAST_TEXT)
                .flatMap(candidate -> QuantityIn.unitOf(candidate.form(), line.quantity())
                        .filter(needed -> candidate.form().minQuantity() == null || needed.compareTo(candidate.form().minQuantity()) >= 0)
                        .map(needed -> new MatchScore.Fitting(candidate, needed)).stream())
                .toList();
        BigDecimal lowest = fitting.stream().flatMap(one -> one.price().stream()).min(Comparator.naturalOrder()).orElse(null);
        MatchScore score = new MatchScore(line, lowest, LocalDate.now(clock));
        List<LineMatches.Product> products = fitting.stream()
                .map(one -> score.of(one, suppliers.standing(one.candidate().article().supplier()), suppliers.kept().getOrDefault(one.candidate().article().supplier(), Deliveries.Kept.NONE)))
                .sorted(Comparator.comparing(LineMatches.Product::score).reversed().thenComparing(product -> product.article().id()))
                .toList();
        return new LineMatches(line.lineNumber(), line.text(), line.quantity(), products.stream().limit(PRODUCTS).toList(), bySupplier(products, suppliers));
    }

    private static List<LineMatches.Supplier> bySupplier(List<LineMatches.Product> products, Suppliers suppliers) {
        Map<UUID, List<LineMatches.Product>> bySupplier = new LinkedHashMap<>();
        products.forEach(product -> bySupplier.computeIfAbsent(product.article().supplier(), none -> new ArrayList<>()).add(product));
        return bySupplier.entrySet().stream().limit(SUPPLIERS).map(entry -> {
            LineMatches.Product best = entry.getValue().getFirst();
            return new LineMatches.Supplier(entry.getKey(), best.article().supplierName(), best.article().supplierNameLocal(), best.article().region(), best.score(),
                    entry.getValue().size(), suppliers.standing(entry.getKey()), best.reasons());
        }).toList();
    }
}
