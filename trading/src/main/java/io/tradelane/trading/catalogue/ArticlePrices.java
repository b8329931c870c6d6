package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ArticleResult.Problem;
import io.tradelane.trading.shared.CurrencyCode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A supplier's prices by quantity: of the list, and agreed with one buyer. The past is never changed. */
@Service
@Transactional
public class ArticlePrices {
    private static final int MOST_TIERS = 20;
    private static final BigDecimal LARGEST = new BigDecimal("1e12");
    private final JdbcClient jdbc;
    private final ListingRepository articles;
    private final PriceChanges changes;
    private final Clock clock;

    ArticlePrices(JdbcClient jdbc, ListingRepository articles, PriceChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.articles = articles;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param from 0 or 1: from the first piece on @param amount of one unit */
    public record Tier(BigDecimal from, BigDecimal amount) {}

    /**
     * Prices of one currency from a day on, in place of whatever would count then: what counts before ends the day before.
     *
     * @param buyer with whom they are agreed; null: of the list
     * @param until the last day; null: until replaced
     */
    public record NewPrices(@Nullable UUID buyer, String currency, LocalDate from, @Nullable LocalDate until, List<Tier> tiers) {}

    /** @return {@code Waiting} when it moves a price by more than the supplier's threshold: it counts once a second person has agreed */
    public ArticleResult set(UUID supplier, UUID article, NewPrices prices) {
        ListingRepository.Standing standing = articles.lock(article).filter(found -> found.supplier().equals(supplier)).orElse(null);
        if (standing == null) {
            return new ArticleResult.NotFound();
        }
        List<Problem> problems = problems(supplier, prices);
        if (!problems.isEmpty()) {
            return new ArticleResult.Invalid(problems);
        }
        return changes.set(supplier, article, standing.form().unit(), prices) ? new ArticleResult.Done(article, standing.version())
                : new ArticleResult.Waiting(article, standing.version());
    }

    /** The plain price counts from 0 on, however it is written. */
    static BigDecimal first(BigDecimal from) {
        return from.compareTo(BigDecimal.ONE) <= 0 ? BigDecimal.ZERO : from;
    }

    private List<Problem> problems(UUID supplier, NewPrices prices) {
        List<Problem> problems = new ArrayList<>();
        if (!CurrencyCode.isKnown(prices.currency())) {
            problems.add(new Problem("currency", "currency"));
        }
        if (prices.from().isBefore(LocalDate.now(clock))) {
            problems.add(new Problem("from", "in-the-past"));
        }
        if (prices.until() != null && prices.until().isBefore(prices.from())) {
            problems.add(new Problem("until", "earlier"));
        }
        if (prices.buyer() != null && !isBuyer(supplier, prices.buyer())) {
            problems.add(new Problem("buyer", "unknown"));
        }
        if (prices.tiers().isEmpty() || prices.tiers().size() > MOST_TIERS) {
            problems.add(new Problem("tiers", prices.tiers().isEmpty() ? "required" : "out-of-range"));
        }
        Set<BigDecimal> begins = new HashSet<>();
        for (int i = 0; i < prices.tiers().size(); i++) {
            Tier tier = prices.tiers().get(i);
            if (tier.amount().signum() <= 0 || tier.amount().compareTo(LARGEST) >= 0) {
                problems.add(new Problem("tiers[" + i + "].amount", "not-positive"));
            }
            if (tier.from().signum() < 0 || !begins.add(first(tier.from()).stripTrailingZeros())) {
                problems.add(new Problem("tiers[" + i + "].from", tier.from().signum() < 0 ? "negative" : "duplicate"));
            }
        }
        return problems;
    }

    /** A company of the same world: what is only tried has prices for what is only tried. */
    private boolean isBuyer(UUID supplier, UUID buyer) {
        return jdbc.sql("""
                        select exists (select from organisation b join organisation s on s.id = :supplier
                                        where b.id = :buyer and b.kind in ('BUYER', 'BOTH') and b.id <> s.id and (b.twin_of is null) = (s.twin_of is null))
                        """).param("supplier", supplier).param("buyer", buyer).query(Boolean.class).single();
    }
}
