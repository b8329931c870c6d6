package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.CommandResult.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which offer each award takes, and what is wrong with the awards.
 *
 * @param parts what is to be ordered, in the order of the request's lines
 */
record AwardPlan(List<Part> parts, List<Problem> problems) {

    /** @param offer the tier that counts for the quantity */
    record Part(RfqLineRow line, Bid bid, QuoteLineRow offer, BigDecimal quantity) {}

    /** What a supplier's negotiation stands at. */
    record Bid(QuoteRow quote, QuoteVersionRow version, List<QuoteLineRow> lines) {

        /** Both sides can rely on it: the supplier's own, or a counter-offer that the supplier accepted. */
        boolean stands(LocalDate today) {
            return (version.state() == QuoteState.ACCEPTED || version.state() == QuoteState.SUBMITTED && version.author() == Side.SUPPLIER)
                    && !version.expired(today);
        }
    }

    static AwardPlan of(List<Award> awards, List<RfqLineRow> lines, List<Bid> bids, LocalDate today) {
        Map<UUID, Bid> bySupplier = bids.stream().collect(Collectors.toMap(bid -> bid.quote().supplierOrgId(), Function.identity()));
        List<Part> parts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<UUID, BigDecimal> taken = new HashMap<>();
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i < awards.size(); i++) {
            Award award = awards.get(i);
            String field = "awards[" + i + "].";
            RfqLineRow line = RfqLineRow.byNumber(lines, award.lineNumber()).orElse(null);
            Bid bid = bySupplier.get(award.supplier());
            if (line == null || !pairs.add(line.id() + ":" + award.supplier())) {
                problems.add(new Problem(field + "lineNumber", line == null ? "unknown" : "duplicate"));
            } else if (bid == null || !bid.stands(today)) {
                problems.add(new Problem(field + "supplier", bid != null && bid.version().expired(today) ? "quote-expired" : "no-quote"));
            } else {
                BigDecimal quantity = award.quantity() != null ? award.quantity() : line.quantity();
                BigDecimal sum = taken.merge(line.id(), quantity, BigDecimal::add);
                QuoteLineRow offer = Tiers.fitting(bid.lines().stream().filter(offered -> line.id().equals(offered.rfqLineId())).toList(), quantity).orElse(null);
                String problem = problem(line, offer, quantity, sum);
                if (offer != null && !offer.unit().equals(line.unit())) {
                    // The line was amended since: the offer is in another unit.
                    problems.add(new Problem(field + "supplier", "not-offered"));
                } else if (offer == null || problem != null) {
                    problems.add(new Problem(field + (problem == null ? "supplier" : "quantity"), problem == null ? "not-offered" : problem));
                } else {
                    parts.add(new Part(line, bid, offer, quantity));
                }
            }
        }
        if (awards.isEmpty()) {
            problems.add(new Problem("awards", "required"));
        }
        parts.sort(Comparator.comparingInt(part -> part.line().position()));
        return new AwardPlan(parts, problems);
    }

    private static @Nullable String problem(
            RfqLineRow line, @Nullable QuoteLineRow offer, BigDecimal quantity, BigDecimal sum) {
        if (quantity.signum() <= 0) {
            return "not-positive";
        }
        if (sum.compareTo(line.quantity()) > 0) {
            return "more-than-asked";
        }
        if (offer == null) {
            return null;
        }
        return quantity.compareTo(offer.quantity()) > 0 && offer.quantity().compareTo(line.quantity()) < 0 ? "more-than-offered"
                : quantity.compareTo(Tiers.minimum(offer)) < 0 ? "below-minimum" : null;
    }
}
