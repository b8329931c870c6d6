package io.tradelane.trading.relation;

import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What companies are known by when they are put in order. Of others' deals only which categories they buy is looked at, never how much or for how
 * much; all else is public, or the caller's own.
 */
@Repository
class PartnerFacts {
    private static final Duration KEPT = Duration.ofSeconds(10);
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    PartnerFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param complete how much of its profile is filled in, 0 to 1 @param since when it is here */
    record Company(UUID id, String name, @Nullable String nameLocal, @Nullable String region, Instant since, double complete) {}

    /** Companies of the caller's world that are on a side, without itself. @param kinds of {@code organisation} */
    List<Company> companies(List<String> kinds) {
        return jdbc.sql("""
                        select o.*, coalesce(o.city, o.country) as region from organisation o join organisation own on own.id = :own
                         where o.kind in (:kinds) and o.id <> own.id and (o.twin_of is null) = (own.twin_of is null)
                        """)
                .param("own", own()).param("kinds", kinds)
                .query((row, n) -> new Company(row.getObject("id", UUID.class), row.getString("name"), row.getString("name_local"), row.getString("region"),
                        SqlValues.instant(row, "created_at"),
                        Stream.of(row.getString("gln"), row.getString("street"), row.getString("city"), row.getString("country")).filter(one -> one != null).count() / 4.0))
                .list();
    }

    /** What a supplier lists today. */
    record Offer(int articles, int inStock, Set<UUID> categories) {
        static final Offer NONE = new Offer(0, 0, Set.of());
    }

    private record Kept(Map<UUID, Offer> offers, Instant until) {}

    /** By supplier; what everybody sees, some seconds old at most. */
    Map<UUID, Offer> offers() {
        Kept now = kept;
        if (now == null || clock.instant().isAfter(now.until())) {
            now = new Kept(Tenancy.call(Tenancy.current().asHub(), this::readOffers), clock.instant().plus(KEPT));
            kept = now;
        }
        return now.offers();
    }

    private Map<UUID, Offer> readOffers() {
        Map<UUID, Offer> offers = new HashMap<>();
        jdbc.sql("""
                        select supplier_org_id, categories[cardinality(categories)] as category, count(*) as articles, count(*) filter (where stock > 0) as in_stock
                          from article_index where shown @> now() group by 1, 2
                        """)
                .query(row -> {
                    Offer one = offers.getOrDefault(row.getObject(1, UUID.class), Offer.NONE);
                    Set<UUID> categories = new HashSet<>(one.categories());
                    UUID category = row.getObject("category", UUID.class);
                    if (category != null) {
                        categories.add(category);
                    }
                    offers.put(row.getObject(1, UUID.class), new Offer(one.articles() + row.getInt("articles"), one.inStock() + row.getInt("in_stock"), categories));
                });
        return offers;
    }

    /** What the caller has bought or has a number for. */
    Set<UUID> ownCategories() {
        return new HashSet<>(jdbc.sql("""
                        select a.category_id from po_line l join purchase_order o on o.id = l.order_id join article a on a.id = l.article_id
                         where o.buyer_org_id = :own and o.issued_on >= :since and a.category_id is not null
                        union select a.category_id from buyer_article b join article a on a.id = b.article_id where b.buyer_org_id = :own and a.category_id is not null
                        """)
                .param("own", own()).param("since", since()).query(UUID.class).list());
    }

    /** Of these categories, those that each buyer has bought in, from whomever; also of those that are {@link #buyersLeftOut}. */
    Map<UUID, Set<UUID>> buyersOf(Set<UUID> categories) {
        Map<UUID, Set<UUID>> buyers = new HashMap<>();
        if (!categories.isEmpty()) {
            LocalDate since = since();
            Tenancy.run(Tenancy.current().asHub(), () -> jdbc.sql("""
                            select distinct o.buyer_org_id, a.category_id from po_line l join purchase_order o on o.id = l.order_id join article a on a.id = l.article_id
                             where a.category_id in (:categories) and o.issued_on >= :since
                            """)
                    .param("categories", categories).param("since", since)
                    .query(row -> {
                        buyers.computeIfAbsent(row.getObject(1, UUID.class), none -> new HashSet<>()).add(row.getObject(2, UUID.class));
                    }));
        }
        return buyers;
    }

    /** Buyers who do not want to be recommended, and those that have blocked the caller: to be left out, and never told apart. */
    Set<UUID> buyersLeftOut() {
        UUID own = own();
        return Tenancy.call(Tenancy.current().asHub(), () -> new HashSet<>(jdbc.sql("""
                        select organisation_id from recommendation_refusal
                        union select buyer_org_id from supplier_relation where supplier_org_id = :own and standing = 'BLOCKED'
                        """).param("own", own).query(UUID.class).list()));
    }

    /** The caller's orders of the last year by the other side. @param buying whether the caller buys */
    Map<UUID, Integer> orders(boolean buying) {
        String own = buying ? "buyer_org_id" : "supplier_org_id";
        String other = buying ? "supplier_org_id" : "buyer_org_id";
        Map<UUID, Integer> orders = new HashMap<>();
        jdbc.sql("select " + other + ", count(*) from purchase_order where " + own + " = :own and issued_on >= :since and agreement not in ('REJECTED_BY_SUPPLIER', 'CANCELLED') group by 1")
                .param("own", own()).param("since", since()).query(row -> {
                    orders.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return orders;
    }

    /** Of the caller's invoices that were due in the last year, how many of each buyer's are paid. */
    Map<UUID, Deliveries.Kept> paid() {
        Map<UUID, Deliveries.Kept> paid = new HashMap<>();
        jdbc.sql("""
                        select buyer_org_id, count(*) as due, count(*) filter (where status = 'PAID') as paid from invoice
                         where supplier_org_id = :own and due_on between :since and :today group by 1
                        """)
                .param("own", own()).param("since", since()).param("today", LocalDate.now(clock)).query(row -> {
                    paid.put(row.getObject(1, UUID.class), new Deliveries.Kept(row.getInt("due"), row.getInt("paid")));
                });
        return paid;
    }

    private LocalDate since() {
        return LocalDate.now(clock).minusYears(1);
    }

    private static @Nullable UUID own() {
        return Tenancy.current().organisation();
    }
}
