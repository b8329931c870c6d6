package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ArticleResult.Done;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prices that are to be others. One that moves by more than the supplier's threshold waits for a second person, where the company has one; a key may ask, and
 * only a person agrees. What a PRICAT says counts at once: who sends it agreed to it at home.
 */
@Service
@Transactional
public class PriceChanges {
    /** Entity type of a supplier's threshold in the journal. */
    public static final String POLICY = "PRICE_POLICY";
    private static final BigDecimal USUAL = BigDecimal.valueOf(20);
    private static final BigDecimal MOST = BigDecimal.valueOf(1000);
    private static final int LONGEST_REASON = 500;
    private final PriceChangeRepository repository;
    private final ListingRepository articles;
    private final PriceWriter writer;
    private final Journal journal;
    private final Clock clock;

    PriceChanges(PriceChangeRepository repository, ListingRepository articles, PriceWriter writer, Journal journal, Clock clock) {
        this.repository = repository;
        this.articles = articles;
        this.writer = writer;
        this.journal = journal;
        this.clock = clock;
    }

    /** Newest first. @param waiting those for a second person; else those that are decided */
    @Transactional(readOnly = true)
    public List<PriceChange> list(UUID supplier, boolean waiting, @Nullable UUID before, int limit) {
        return repository.list(supplier, waiting, before, limit);
    }

    @Transactional(readOnly = true)
    public int waiting(UUID supplier) {
        return repository.waiting(supplier);
    }

    /** From how many percent on a second person is needed. */
    @Transactional(readOnly = true)
    public BigDecimal threshold(UUID supplier) {
        return repository.percent(supplier).orElse(USUAL);
    }

    public ArticleResult threshold(UUID supplier, @Nullable BigDecimal percent) {
        if (percent == null || percent.signum() <= 0 || percent.compareTo(MOST) > 0) {
            return ArticleResult.invalid("percent", "out-of-range");
        }
        repository.percent(supplier, percent);
        journal.record(new Entry(POLICY, supplier, null, "CHANGED", null, null, null, Set.of(supplier), Map.of("percent", percent.toPlainString())));
        return new Done(supplier, 1);
    }

    /** What is asked for: counts from its day on, or waits; empty: it moves nothing that is to be told, and can be written. */
    Optional<PriceMove> move(UUID article, ArticlePrices.NewPrices prices) {
        return PriceMove.of(repository.counting(article, prices.buyer(), prices.currency(), prices.from()), prices.tiers());
    }

    boolean needsSecondPerson(UUID supplier, PriceMove move) {
        return move.percent().compareTo(threshold(supplier)) > 0 && repository.secondPerson(supplier);
    }

    /** Either now, or once a second person has agreed. @return whether it counts */
    boolean set(UUID supplier, UUID article, String unit, ArticlePrices.NewPrices prices) {
        repository.withdraw(article, prices.buyer(), prices.currency());
        PriceMove move = move(article, prices).orElse(null);
        if (move != null && needsSecondPerson(supplier, move)) {
            repository.insert(Ids.next(), supplier, article, prices, move, PriceChange.State.WAITING);
            writer.record(supplier, article, "PRICE_ASKED", prices, Map.of("percent", move.percent().toPlainString()));
            return false;
        }
        if (move != null) {
            repository.insert(Ids.next(), supplier, article, prices, move, PriceChange.State.SET);
        }
        writer.write(supplier, article, unit, prices, Map.of());
        return true;
    }

    /**
     * The second person agrees, or says why not. One whose day has come meanwhile counts from today on.
     *
     * @return {@code SeparationOfDuties} for whoever asked, and for a machine
     */
    public ArticleResult decide(UUID supplier, UUID id, boolean agreed, @Nullable String reason) {
        UUID article = repository.article(supplier, id).orElse(null);
        if (article == null) {
            return new ArticleResult.NotFound();
        }
        ListingRepository.Standing standing = articles.lock(article).orElseThrow(); // first, as whoever sets a price does
        PriceChangeRepository.Waiting waiting = repository.lock(id);
        PriceChange change = waiting.change();
        if (change.state() != PriceChange.State.WAITING) {
            return new ArticleResult.StaleVersion(standing.version());
        }
        Tenancy.Actor actor = Tenancy.current();
        if (actor.user() == null || (waiting.askedById() == null ? actor.name().equals(change.askedBy()) : actor.user().equals(waiting.askedById()))) {
            return new ArticleResult.SeparationOfDuties("price-second-person");
        }
        if (!agreed && (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON)) {
            return ArticleResult.invalid("reason", reason == null || reason.isBlank() ? "required" : "tooLong");
        }
        LocalDate today = LocalDate.now(clock);
        if (agreed && change.until() != null && change.until().isBefore(today)) {
            return ArticleResult.invalid("until", "in-the-past");
        }
        ArticlePrices.NewPrices prices = new ArticlePrices.NewPrices(change.buyer(), change.currency(), change.from().isBefore(today) ? today : change.from(), change.until(), change.tiers());
        repository.decide(id, agreed ? PriceChange.State.SET : PriceChange.State.REFUSED, agreed ? null : reason.strip());
        Map<String, String> details = new HashMap<>(Map.of("askedBy", change.askedBy(), "percent", change.percent().toPlainString()));
        if (agreed) {
            writer.write(supplier, change.article(), standing.form().unit(), prices, details);
        } else {
            details.put("reason", reason.strip());
            writer.record(supplier, change.article(), "PRICE_REFUSED", prices, details);
        }
        return new Done(change.article(), standing.version());
    }
}
