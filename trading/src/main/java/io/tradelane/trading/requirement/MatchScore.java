package io.tradelane.trading.requirement;

import io.tradelane.trading.catalogue.ArticleMatching.Candidate;
import io.tradelane.trading.catalogue.PriceTier;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.relation.Deliveries;
import io.tradelane.trading.relation.Standing;
import io.tradelane.trading.requirement.LineMatches.Reason;
import io.tradelane.trading.requirement.LineMatches.Reason.Code;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scores what fits a line, and says why. How well it fits comes first: what is cheap, quick and there is no match if it is something else. */
final class MatchScore {
    /** Of the score, what fitting alone is worth. */
    private static final double FIT = 0.6;
    private static final double UNKNOWN = 0.5;
    private static final int LATE_DAYS = 30;
    private final RequirementView.Line line;
    private final @Nullable BigDecimal lowest;
    private final LocalDate today;

    /** @param lowest price of all of the line among what fits; null: of none is a price known */
    MatchScore(RequirementView.Line line, @Nullable BigDecimal lowest, LocalDate today) {
        this.line = line;
        this.lowest = lowest;
        this.today = today;
    }

    /** @param needed the line's quantity in the article's unit */
    record Fitting(Candidate candidate, BigDecimal needed) {

        /** Of all that is needed, at the price for as many. */
        Optional<BigDecimal> price() {
            return tier().map(tier -> tier.price().perUnit().multiply(needed));
        }

        Optional<PriceTier> tier() {
            return candidate.prices().stream().filter(tier -> tier.price().basis().unit().equals(candidate.form().unit()))
                    .filter(tier -> tier.from().compareTo(needed) <= 0).reduce((one, later) -> later);
        }
    }

    LineMatches.Product of(Fitting fitting, Standing standing, Deliveries.Kept kept) {
        Map<MatchFactor, Double> scores = new EnumMap<>(MatchFactor.class);
        List<Reason> reasons = new ArrayList<>();
        fit(fitting.candidate(), scores, reasons);
        price(fitting, scores, reasons);
        leadTime(fitting, scores, reasons);
        stock(fitting, scores, reasons);
        reliability(kept, scores, reasons);
        if (standing == Standing.APPROVED) {
            reasons.add(Reason.of(Code.APPROVED));
        }
        if (!line.quantity().unit().equals(fitting.candidate().form().unit()) && fitting.needed().compareTo(line.quantity().value()) != 0) {
            reasons.add(Reason.of(Code.CONVERTED, plain(fitting.needed()), fitting.candidate().form().unit()));
        }
        BigDecimal step = fitting.candidate().form().stepQuantity();
        if (step != null && fitting.needed().remainder(step).signum() != 0) {
            reasons.add(Reason.of(Code.STEP, plain(step)));
        }
        double score = average(scores, true) * (FIT + (1 - FIT) * average(scores, false));
        return new LineMatches.Product(fitting.candidate().article(), percent(score),
                Arrays.stream(MatchFactor.values()).map(factor -> new LineMatches.Score(factor, scores.containsKey(factor) ? percent(scores.get(factor)) : null)).toList(), reasons);
    }

    private static double average(Map<MatchFactor, Double> scores, boolean fits) {
        double sum = 0;
        double weights = 0;
        for (MatchFactor factor : MatchFactor.values()) {
            if (factor.fits() == fits && (!fits || scores.containsKey(factor))) {
                sum += factor.weight() * scores.getOrDefault(factor, UNKNOWN);
                weights += factor.weight();
            }
        }
        return sum / weights;
    }

    private static void fit(Candidate candidate, Map<MatchFactor, Double> scores, List<Reason> reasons) {
        scores.put(MatchFactor.TEXT, candidate.text());
        if (candidate.specification() != null) {
            scores.put(MatchFactor.SPECIFICATION, candidate.specification());
        }
        if (candidate.exact()) {
            reasons.add(Reason.of(Code.NAMED));
        } else if (candidate.missing().isEmpty()) {
            reasons.add(Reason.of(Code.TEXT_WHOLE));
        } else {
            reasons.add(Reason.of(Code.TEXT_PART, String.join(", ", candidate.missing())));
            if (candidate.specification() != null && candidate.specification() == 1) {
                reasons.add(Reason.of(Code.SPECIFICATION_WHOLE));
            }
        }
    }

    private void price(Fitting fitting, Map<MatchFactor, Double> scores, List<Reason> reasons) {
        Optional<BigDecimal> price = fitting.price();
        if (price.isEmpty() || lowest == null) {
            reasons.add(Reason.of(Code.PRICE_UNKNOWN));
            return;
        }
        double share = price.get().signum() == 0 ? 1 : lowest.divide(price.get(), MathContext.DECIMAL32).doubleValue();
        BigDecimal budget = line.budget() == null ? null : line.budget().amount();
        boolean over = budget != null && price.get().compareTo(budget) > 0;
        scores.put(MatchFactor.PRICE, over ? share * Math.min(1, budget.divide(price.get(), MathContext.DECIMAL32).doubleValue()) : share);
        if (fitting.tier().orElseThrow().buyer() != null) {
            reasons.add(Reason.of(Code.PRICE_AGREED));
        }
        reasons.add(price.get().compareTo(lowest) <= 0 ? Reason.of(Code.PRICE_LOWEST) : Reason.of(Code.PRICE_ABOVE, above(price.get(), lowest)));
        if (budget != null) {
            reasons.add(over ? Reason.of(Code.OVER_BUDGET, above(price.get(), budget)) : Reason.of(Code.WITHIN_BUDGET));
        }
    }

    /** In percent, one at least. */
    private static int above(BigDecimal more, BigDecimal less) {
        return less.signum() == 0 ? 100 : Math.max(1, more.subtract(less).movePointRight(2).divide(less, 0, RoundingMode.HALF_UP).min(new BigDecimal(9999)).intValue());
    }

    private void leadTime(Fitting fitting, Map<MatchFactor, Double> scores, List<Reason> reasons) {
        Integer days = fitting.candidate().form().leadDays();
        if (days == null) {
            return;
        }
        if (line.needBy() == null) {
            scores.put(MatchFactor.LEAD_TIME, Math.max(0, 1 - days / 60.0));
            reasons.add(Reason.of(Code.LEAD_DAYS, days));
            return;
        }
        long early = ChronoUnit.DAYS.between(today.plusDays(days), line.needBy());
        scores.put(MatchFactor.LEAD_TIME, early >= 0 ? 1 : Math.max(0, 1 + (double) early / LATE_DAYS));
        reasons.add(early >= 0 ? Reason.of(Code.IN_TIME, days, early) : Reason.of(Code.TOO_LATE, days, -early));
    }

    private static void stock(Fitting fitting, Map<MatchFactor, Double> scores, List<Reason> reasons) {
        BigDecimal stock = fitting.candidate().article().stock();
        if (stock == null) {
            return;
        }
        double share = Math.min(1, stock.divide(fitting.needed(), MathContext.DECIMAL32).doubleValue());
        scores.put(MatchFactor.STOCK, share);
        reasons.add(share >= 1 ? Reason.of(Code.IN_STOCK) : stock.signum() == 0 ? Reason.of(Code.OUT_OF_STOCK)
                : Reason.of(Code.PART_IN_STOCK, plain(stock), fitting.candidate().form().unit()));
    }

    private static void reliability(Deliveries.Kept kept, Map<MatchFactor, Double> scores, List<Reason> reasons) {
        Double share = kept.share();
        if (share == null) {
            reasons.add(Reason.of(Code.NO_ORDERS));
        } else {
            scores.put(MatchFactor.RELIABILITY, share);
            reasons.add(Reason.of(Code.ON_TIME, kept.onTime(), kept.due()));
        }
    }

    private static int percent(double share) {
        return (int) Math.round(share * 100);
    }

    private static String plain(BigDecimal quantity) {
        return Figures.quantity(quantity).toPlainString();
    }
}
