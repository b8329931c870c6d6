package io.tradelane.trading.relation;

import io.tradelane.trading.relation.Recommended.Reason;
import io.tradelane.trading.relation.Recommended.Reason.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts companies in order by the factors asked for, and keeps one place for one that is new. */
final class Ranking {
    static final int MOST = 10;
    private static final double UNKNOWN = 0.5;
    /** So long a company is new here. */
    private static final Duration NEW = Duration.ofDays(90);

    private Ranking() {}

    /** @param deals whether the two have traded @param known 0 to 1 by factor; one that is missing is unknown */
    record Candidate(PartnerFacts.Company company, Map<Factor, Double> known, List<Reason> reasons, Standing standing, boolean deals) {

        int score(Set<Factor> factors) {
            double sum = 0;
            int weights = 0;
            for (Factor factor : factors) {
                sum += factor.weight() * known.getOrDefault(factor, UNKNOWN);
                weights += factor.weight();
            }
            return weights == 0 ? 0 : (int) Math.round(100 * sum / weights);
        }

        Recommended told(Set<Factor> factors, boolean fresh) {
            Map<Factor, @Nullable Integer> told = new EnumMap<>(Factor.class);
            for (Factor factor : Factor.values()) {
                told.put(factor, known.containsKey(factor) ? (int) Math.round(100 * known.get(factor)) : null);
            }
            List<Reason> all = new ArrayList<>(reasons);
            if (fresh) {
                all.addFirst(Reason.of(Code.NEW));
            }
            return new Recommended(company.id(), company.name(), company.nameLocal(), company.region(), score(factors), told, all, standing, fresh);
        }
    }

    /** Best first. */
    static List<Candidate> ordered(List<Candidate> candidates, Set<Factor> factors) {
        return candidates.stream()
                .sorted(Comparator.comparing((Candidate one) -> one.score(factors)).reversed().thenComparing(one -> one.company().name()).thenComparing(one -> one.company().id())).toList();
    }

    /** Of the new ones that are not among the first, the best takes the last place. */
    static List<Recommended> first(List<Candidate> candidates, Set<Factor> factors, int most, Instant now) {
        List<Candidate> ordered = ordered(candidates, factors);
        List<Candidate> first = new ArrayList<>(ordered.subList(0, Math.min(most, ordered.size())));
        Candidate fresh = ordered.stream().filter(one -> !one.deals() && one.company().since().isAfter(now.minus(NEW))).findFirst().orElse(null);
        if (fresh != null && !first.contains(fresh)) {
            first.set(first.size() - 1, fresh);
        }
        return first.stream().map(one -> one.told(factors, one == fresh)).toList();
    }
}
