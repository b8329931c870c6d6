package io.tradelane.trading.relation;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.relation.Explanation.Verdict;
import io.tradelane.trading.relation.Ranking.Candidate;
import io.tradelane.trading.relation.Recommended.Reason;
import io.tradelane.trading.relation.Recommended.Reason.Code;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom the caller's company might trade with: at most ten, with why. */
@Service
@Transactional
public class Recommendations {
    /** Entity type in the journal. */
    public static final String ENTITY = "RECOMMENDATION";
    private static final List<String> SELLERS = List.of("SUPPLIER", "BOTH");
    private static final List<String> BUYERS = List.of("BUYER", "BOTH");
    /** So many orders are a long history, and so many articles a large range. */
    private static final int MANY_ORDERS = 20;
    private static final int MANY_ARTICLES = 200;
    private final PartnerFacts facts;
    private final SupplierRelations relations;
    private final KeptFacts kept;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Recommendations(PartnerFacts facts, SupplierRelations relations, KeptFacts kept, JdbcClient jdbc, Journal journal, Clock clock) {
        this.facts = facts;
        this.relations = relations;
        this.kept = kept;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** For a buyer: those that list something or have sold to it, and none that it has blocked. */
    @Transactional(readOnly = true)
    public List<Recommended> suppliers(Set<Factor> factors) {
        Set<UUID> wanted = kept.ownCategories();
        return Ranking.first(candidates(wanted, null), factors, Ranking.MOST, clock.instant());
    }

    /**
     * Suppliers of what was found, best first: in place of the categories stands how much of it is theirs.
     *
     * @param found articles by supplier
     */
    @Transactional(readOnly = true)
    public List<Recommended> ranked(Map<UUID, Long> found, int most) {
        return Ranking.first(candidates(Set.of(), found), Set.of(Factor.values()), most, clock.instant());
    }

    /** A company that sells, by its names. */
    public record Seller(UUID id, String name, @Nullable String nameLocal) {}

    /** Whom a buyer can ask about, by name. */
    @Transactional(readOnly = true)
    public List<Seller> sellers() {
        return facts.companies(SELLERS).stream().map(one -> new Seller(one.id(), one.name(), one.nameLocal())).sorted(Comparator.comparing(Seller::name).thenComparing(Seller::id)).toList();
    }

    /** For a buyer: why a supplier is recommended, or why not. @return empty when there is no such company that sells */
    @Transactional(readOnly = true)
    public Optional<Explanation> why(UUID supplier, Set<Factor> factors) {
        List<Candidate> ordered = Ranking.ordered(candidates(kept.ownCategories(), null), factors);
        List<Recommended> first = Ranking.first(ordered, factors, Ranking.MOST, clock.instant());
        int last = first.isEmpty() ? 0 : first.getLast().score();
        for (int i = 0; i < ordered.size(); i++) {
            if (ordered.get(i).company().id().equals(supplier)) {
                Recommended told = first.stream().filter(one -> one.id().equals(supplier)).findFirst().orElse(null);
                return Optional.of(new Explanation(told == null ? ordered.get(i).told(factors, false) : told, told == null ? Verdict.BEHIND : Verdict.RECOMMENDED, i + 1, last));
            }
        }
        Standing standing = relations.all().getOrDefault(supplier, SupplierRelation.none(supplier)).standing();
        return facts.companies(SELLERS).stream().filter(one -> one.id().equals(supplier)).findFirst().map(one -> new Explanation(
                new Recommended(one.id(), one.name(), one.nameLocal(), one.region(), 0, Map.of(), List.of(), standing, false),
                standing == Standing.BLOCKED ? Verdict.BLOCKED : Verdict.SELLS_NOTHING, null, last));
    }

    private List<Candidate> candidates(Set<UUID> wanted, @Nullable Map<UUID, Long> found) {
        Map<UUID, PartnerFacts.Offer> offers = facts.offers();
        Map<UUID, SupplierRelation> standings = relations.all();
        Map<UUID, Deliveries.Kept> deliveries = kept.bySupplier();
        Map<UUID, Integer> orders = facts.orders(true);
        long mostFound = found == null ? 0 : found.values().stream().mapToLong(Long::longValue).max().orElse(0);
        List<Candidate> candidates = new ArrayList<>();
        for (PartnerFacts.Company company : facts.companies(SELLERS)) {
            SupplierRelation relation = standings.getOrDefault(company.id(), SupplierRelation.none(company.id()));
            PartnerFacts.Offer offer = offers.getOrDefault(company.id(), PartnerFacts.Offer.NONE);
            boolean sells = found == null ? offer.articles() > 0 || orders.containsKey(company.id()) : found.containsKey(company.id());
            if (relation.standing() != Standing.BLOCKED && sells) {
                Map<Factor, Double> known = new EnumMap<>(Factor.class);
                List<Reason> reasons = new ArrayList<>();
                if (found != null) {
                    known.put(Factor.CATEGORY, mostFound == 0 ? 0 : much(found.get(company.id()), mostFound));
                    reasons.add(Reason.of(Code.FOUND, found.get(company.id())));
                } else {
                    categories(wanted, offer.categories(), wanted.size(), known, reasons);
                }
                history(orders.getOrDefault(company.id(), 0), known, reasons);
                if (offer.articles() > 0) {
                    known.put(Factor.STRENGTH, 0.7 * much(offer.articles(), MANY_ARTICLES) + 0.3 * offer.inStock() / offer.articles());
                    reasons.add(Reason.of(Code.ARTICLES, offer.articles()));
                }
                reputation(deliveries.getOrDefault(company.id(), Deliveries.Kept.NONE), Code.ON_TIME, known, reasons);
                if (relation.standing() == Standing.APPROVED) {
                    reasons.add(Reason.of(Code.APPROVED));
                }
                candidates.add(new Candidate(company, known, reasons, relation.standing(), orders.containsKey(company.id())));
            }
        }
        return candidates;
    }

    /** For a supplier: buyers it has traded with, and those that buy in its categories; none that does not want it, and none that has blocked it. */
    @Transactional(readOnly = true)
    public List<Recommended> buyers(Set<Factor> factors) {
        UUID own = Tenancy.current().organisation();
        Set<UUID> mine = own == null ? Set.of() : facts.offers().getOrDefault(own, PartnerFacts.Offer.NONE).categories();
        Map<UUID, Set<UUID>> buying = kept.buyersOf(mine);
        Map<UUID, Integer> orders = facts.orders(false);
        Map<UUID, Deliveries.Kept> paid = kept.paid();
        Set<UUID> leftOut = facts.buyersLeftOut();
        List<Candidate> candidates = new ArrayList<>();
        for (PartnerFacts.Company company : facts.companies(BUYERS)) {
            if (!leftOut.contains(company.id()) && (buying.containsKey(company.id()) || orders.containsKey(company.id()))) {
                Map<Factor, Double> known = new EnumMap<>(Factor.class);
                List<Reason> reasons = new ArrayList<>();
                categories(mine, buying.getOrDefault(company.id(), Set.of()), mine.size(), known, reasons);
                history(orders.getOrDefault(company.id(), 0), known, reasons);
                known.put(Factor.STRENGTH, company.complete());
                if (company.complete() == 1) {
                    reasons.add(Reason.of(Code.PROFILE));
                }
                reputation(paid.getOrDefault(company.id(), Deliveries.Kept.NONE), Code.PAID, known, reasons);
                candidates.add(new Candidate(company, known, reasons, Standing.NONE, orders.containsKey(company.id())));
            }
        }
        return Ranking.first(candidates, factors, Ranking.MOST, clock.instant());
    }

    private static void categories(Set<UUID> one, Set<UUID> other, int all, Map<Factor, Double> known, List<Reason> reasons) {
        if (all > 0) {
            Set<UUID> common = new HashSet<>(one);
            common.retainAll(other);
            known.put(Factor.CATEGORY, (double) common.size() / all);
            if (!common.isEmpty()) {
                reasons.add(Reason.of(Code.CATEGORIES, common.size()));
            }
        }
    }

    private static void history(int orders, Map<Factor, Double> known, List<Reason> reasons) {
        known.put(Factor.HISTORY, much(orders, MANY_ORDERS));
        reasons.add(orders == 0 ? Reason.of(Code.NO_ORDERS) : Reason.of(Code.ORDERS, orders));
    }

    private static void reputation(Deliveries.Kept kept, Code code, Map<Factor, Double> known, List<Reason> reasons) {
        Double share = kept.share();
        if (share != null) {
            known.put(Factor.REPUTATION, share);
            reasons.add(Reason.of(code, kept.onTime(), kept.due()));
        }
    }

    /** The first ones count most. */
    private static double much(long number, long many) {
        return Math.min(1, Math.log1p(number) / Math.log1p(many));
    }

    @Transactional(readOnly = true)
    public boolean refused() {
        return jdbc.sql("select exists (select 1 from recommendation_refusal where organisation_id = :own)").param("own", Tenancy.current().organisation()).query(Boolean.class).single();
    }

    /** Whether the caller's company does not want to be recommended to others. */
    public void refuse(boolean refused) {
        UUID own = Tenancy.current().organisation();
        if (own == null) {
            return;
        }
        int changed = refused
                ? jdbc.sql("insert into recommendation_refusal (organisation_id, refused_by, refused_at) values (:own, :by, :now) on conflict do nothing")
                        .param("own", own).param("by", Tenancy.current().name()).param("now", OffsetDateTime.now(clock)).update()
                : jdbc.sql("delete from recommendation_refusal where organisation_id = :own").param("own", own).update();
        if (changed == 1) {
            journal.record(new Entry(ENTITY, own, null, refused ? "REFUSED" : "ALLOWED", null, null, null, Set.of(own), Map.of()));
        }
    }
}
