package io.tradelane.trading.catalogue;

import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

@Repository
class PriceChangeRepository {
    private static final TypeReference<List<ArticlePrices.Tier>> TIERS = new TypeReference<>() {};
    private static final String SELECT = "select p.*, a.number, a.name_zh, a.name_en from price_change p join article a on a.id = p.article_id ";
    private final JdbcClient jdbc;
    private final Clock clock;

    PriceChangeRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param askedById null: a machine, or the person named so */
    record Waiting(PriceChange change, @Nullable UUID askedById) {}

    /** What counts on a day, by quantity, of one unit. */
    List<ArticlePrices.Tier> counting(UUID article, @Nullable UUID buyer, String currency, LocalDate day) {
        return jdbc.sql("select from_quantity, amount / basis as each from " + (buyer == null ? "list_price" : "agreed_price") + " where article_id = :article and currency = :currency"
                        + (buyer == null ? "" : " and buyer_org_id = :buyer") + " and validity @> cast(:day as date) order by from_quantity")
                .param("article", article).param("buyer", buyer).param("currency", currency).param("day", day)
                .query((row, n) -> new ArticlePrices.Tier(row.getBigDecimal(1), row.getBigDecimal(2))).list();
    }

    void insert(UUID id, UUID supplier, UUID article, ArticlePrices.NewPrices prices, PriceMove move, PriceChange.State state) {
        jdbc.sql("""
                        insert into price_change (id, supplier_org_id, article_id, buyer_org_id, currency, from_day, until_day, tiers, before, after, percent, state, asked_by_id, asked_by, asked_at)
                        values (:id, :supplier, :article, cast(:buyer as uuid), :currency, :from, cast(:until as date), cast(:tiers as jsonb), :before, :after, :percent, :state,
                                cast(:byId as uuid), :by, :now)
                        """)
                .param("id", id).param("supplier", supplier).param("article", article).param("buyer", prices.buyer()).param("currency", prices.currency())
                .param("from", prices.from()).param("until", prices.until()).param("tiers", ArticleRows.JSON.writeValueAsString(prices.tiers()))
                .param("before", move.before()).param("after", move.after()).param("percent", move.percent()).param("state", state.name())
                .param("byId", Tenancy.current().user()).param("by", Tenancy.current().name()).param("now", SqlValues.at(clock.instant())).update();
    }

    /** What waits for the same price. */
    void withdraw(UUID article, @Nullable UUID buyer, String currency) {
        jdbc.sql("""
                        update price_change set state = 'WITHDRAWN', decided_at = :now
                         where article_id = :article and buyer_org_id is not distinct from cast(:buyer as uuid) and currency = :currency and state = 'WAITING'
                        """)
                .param("now", SqlValues.at(clock.instant())).param("article", article).param("buyer", buyer).param("currency", currency).update();
    }

    Optional<UUID> article(UUID supplier, UUID id) {
        return jdbc.sql("select article_id from price_change where id = :id and supplier_org_id = :supplier").param("id", id).param("supplier", supplier).query(UUID.class).optional();
    }

    Waiting lock(UUID id) {
        return jdbc.sql(SELECT + "where p.id = :id for update of p").param("id", id).query((row, n) -> new Waiting(change(row), SqlValues.uuid(row, "asked_by_id"))).single();
    }

    void decide(UUID id, PriceChange.State state, @Nullable String reason) {
        jdbc.sql("update price_change set state = :state, decided_by_id = cast(:byId as uuid), decided_by = :by, decided_at = :now, reason = :reason where id = :id")
                .param("state", state.name()).param("byId", Tenancy.current().user()).param("by", Tenancy.current().name()).param("now", SqlValues.at(clock.instant()))
                .param("reason", reason).param("id", id).update();
    }

    /** Newest first. */
    List<PriceChange> list(UUID supplier, boolean waiting, @Nullable UUID before, int limit) {
        return jdbc.sql(SELECT + "where p.supplier_org_id = :supplier and (p.state = 'WAITING') = :waiting and (cast(:before as uuid) is null or p.id < :before) order by p.id desc limit :limit")
                .param("supplier", supplier).param("waiting", waiting).param("before", before).param("limit", limit).query((row, n) -> change(row)).list();
    }

    int waiting(UUID supplier) {
        return jdbc.sql("select count(*) from price_change where supplier_org_id = :supplier and state = 'WAITING'").param("supplier", supplier).query(Integer.class).single();
    }

    Optional<BigDecimal> percent(UUID supplier) {
        return jdbc.sql("select percent from price_policy where supplier_org_id = :supplier").param("supplier", supplier).query(BigDecimal.class).optional().map(ArticleRows::plain);
    }

    void percent(UUID supplier, BigDecimal percent) {
        jdbc.sql("""
                        insert into price_policy (supplier_org_id, percent, changed_by, changed_at) values (:supplier, :percent, :by, :now)
                        on conflict (supplier_org_id) do update set percent = excluded.percent, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("supplier", supplier).param("percent", percent).param("by", Tenancy.current().name()).param("now", SqlValues.at(clock.instant())).update();
    }

    /** Whether somebody else of the company may write its prices. */
    boolean secondPerson(UUID supplier) {
        return jdbc.sql("""
                        select exists (select 1 from membership m join app_user u on u.id = m.user_id
                                        where m.organisation_id = :supplier and m.role = 'SUPPLIER_SALES' and u.enabled and u.id is distinct from cast(:user as uuid)
                                          and u.display_name <> :name)
                        """)
                .param("supplier", supplier).param("user", Tenancy.current().user()).param("name", Tenancy.current().name()).query(Boolean.class).single();
    }


    private static PriceChange change(ResultSet row) throws SQLException {
        return new PriceChange(row.getObject("id", UUID.class), row.getObject("article_id", UUID.class), row.getString("number"), row.getString("name_zh"), row.getString("name_en"),
                SqlValues.uuid(row, "buyer_org_id"), row.getString("currency"), row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class),
                ArticleRows.JSON.readValue(row.getString("tiers"), TIERS), ArticleRows.plain(row.getBigDecimal("before")), ArticleRows.plain(row.getBigDecimal("after")),
                ArticleRows.plain(row.getBigDecimal("percent")), PriceChange.State.valueOf(row.getString("state")), row.getString("asked_by"), SqlValues.instant(row, "asked_at"),
                row.getString("decided_by"), row.getString("reason"));
    }
}
