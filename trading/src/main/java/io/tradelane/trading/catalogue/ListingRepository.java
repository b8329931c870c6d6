package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ListingFilter.Tab;
import io.tradelane.trading.partner.SqlValues;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Articles as suppliers write them and the operator looks at them. */
@Repository
class ListingRepository {
    private static final Map<Tab, String> TABS = new EnumMap<>(Map.of(
            Tab.ALL, "true", Tab.DRAFT, "a.listing = 'DRAFT'", Tab.IN_REVIEW, "(a.listing = 'IN_REVIEW' or a.revision is not null)",
            Tab.DENIED, "a.listing = 'DENIED'", Tab.APPROVED, "a.listing in ('APPROVED', 'SUSPENDED')", Tab.LISTED, "a.listing = 'LISTED'",
            Tab.LOW_STOCK, "a.alerted_at is not null"));
    private static final String TEXT = " and (cast(:text as text) is null or a.number ilike :text or a.name_zh ilike :text or a.name_en ilike :text)";
    private static final String STANDING = "select a.*, (select twin_of from organisation o where o.id = a.supplier_org_id) as twin from article a ";
    private final JdbcClient jdbc;

    ListingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An article as it stands, locked. */
    record Standing(UUID id, UUID supplier, int version, ListingState listing, ArticleForm form, @Nullable ArticleForm revision, @Nullable UUID twinOf) {}

    Optional<Standing> lock(UUID id) {
        return jdbc.sql(STANDING + "where a.id = :id for update").param("id", id).query((row, n) -> standing(row)).optional();
    }

    /** Those of these numbers that buyers see or saw, locked. */
    Map<String, Standing> shown(UUID supplier, Collection<String> numbers) {
        Map<String, Standing> all = lock(supplier, numbers);
        all.values().removeIf(standing -> standing.listing() != ListingState.LISTED && standing.listing() != ListingState.SUSPENDED);
        return all;
    }

    /** Those of these numbers, locked. */
    Map<String, Standing> lock(UUID supplier, Collection<String> numbers) {
        return jdbc.sql(STANDING + "where a.supplier_org_id = :supplier and a.number = any(cast(:numbers as text[])) order by a.id for update")
                .param("supplier", supplier).param("numbers", numbers.toArray(String[]::new)).query((row, n) -> standing(row)).list().stream()
                .collect(Collectors.toMap(standing -> standing.form().number(), standing -> standing));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(row.getObject("id", UUID.class), row.getObject("supplier_org_id", UUID.class), row.getInt("version"),
                ListingState.valueOf(row.getString("listing")), ArticleRows.form(row), ArticleRows.revision(row), row.getObject("twin", UUID.class));
    }

    /** @return whether number and GTIN are free */
    boolean insert(UUID id, UUID supplier, ArticleForm form) {
        return statement("""
                        insert into article (id, supplier_org_id, number, gtin, name_zh, name_en, category_id, brand, model, spec, description_zh, description_en, unit,
                            pack_quantity, min_quantity, step_quantity, lead_days, attributes, variant_of)
                        values (:id, :supplier, :number, :gtin, :nameZh, :nameEn, cast(:category as uuid), :brand, :model, :spec, :descriptionZh, :descriptionEn, :unit,
                            :packQuantity, :minQuantity, :stepQuantity, :leadDays, cast(:attributes as jsonb), cast(:variantOf as uuid))
                        on conflict do nothing
                        """, id, form).param("supplier", supplier).update() == 1;
    }

    /** Writes what is said of it, and begins its next version. */
    void update(UUID id, ArticleForm form, ListingState listing) {
        statement("""
                        update article set gtin = :gtin, name_zh = :nameZh, name_en = :nameEn, category_id = cast(:category as uuid), brand = :brand, model = :model,
                            spec = :spec, description_zh = :descriptionZh, description_en = :descriptionEn, unit = :unit, pack_quantity = :packQuantity,
                            min_quantity = :minQuantity, step_quantity = :stepQuantity, lead_days = :leadDays, attributes = cast(:attributes as jsonb),
                            variant_of = cast(:variantOf as uuid), listing = :listing, version = version + 1, updated_at = now()
                         where id = :id and number = :number
                        """, id, form).param("listing", listing.name()).update();
    }

    private JdbcClient.StatementSpec statement(String sql, UUID id, ArticleForm form) {
        return jdbc.sql(sql).param("id", id).param("number", form.number()).param("gtin", form.gtin()).param("nameZh", form.nameZh()).param("nameEn", form.nameEn())
                .param("category", form.category()).param("brand", form.brand()).param("model", form.model()).param("spec", form.spec())
                .param("descriptionZh", form.descriptionZh()).param("descriptionEn", form.descriptionEn()).param("unit", form.unit())
                .param("packQuantity", form.packQuantity()).param("minQuantity", form.minQuantity()).param("stepQuantity", form.stepQuantity())
                .param("leadDays", form.leadDays()).param("attributes", SqlValues.json(form.attributes())).param("variantOf", form.variantOf());
    }

    boolean gtinTaken(UUID supplier, String gtin, UUID but) {
        return jdbc.sql("select exists (select from article where supplier_org_id = :supplier and gtin = :gtin and id <> :but)")
                .param("supplier", supplier).param("gtin", gtin).param("but", but).query(Boolean.class).single();
    }

    boolean sells(UUID organisation) {
        return jdbc.sql("select exists (select from organisation where id = :id and kind in ('SUPPLIER', 'BOTH'))").param("id", organisation).query(Boolean.class).single();
    }

    boolean isOwn(UUID supplier, UUID article) {
        return jdbc.sql("select exists (select from article where supplier_org_id = :supplier and id = :id)").param("supplier", supplier).param("id", article).query(Boolean.class).single();
    }

    boolean priced(UUID article, LocalDate today) {
        return jdbc.sql("""
                        select exists (select from list_price where article_id = :id and (upper(validity) is null or upper(validity) > :today))
                            or exists (select from agreed_price where article_id = :id and (upper(validity) is null or upper(validity) > :today))
                        """).param("id", article).param("today", today).query(Boolean.class).single();
    }

    void state(UUID id, ListingState listing) {
        jdbc.sql("update article set listing = :listing, version = version + 1, updated_at = now() where id = :id").param("id", id).param("listing", listing.name()).update();
    }

    void revision(UUID id, @Nullable ArticleForm revision) {
        jdbc.sql("update article set revision = cast(:revision as jsonb), denial = null, version = version + 1, updated_at = now() where id = :id")
                .param("id", id).param("revision", revision == null ? null : ArticleRows.JSON.writeValueAsString(revision)).update();
    }

    void reviewed(UUID id, Map<String, String> denial, Instant at) {
        jdbc.sql("update article set denial = cast(:denial as jsonb), reviewed_at = :at where id = :id").param("id", id)
                .param("denial", denial.isEmpty() ? null : SqlValues.json(denial)).param("at", SqlValues.at(at)).update();
    }

    void listed(UUID id, Instant from, @Nullable Instant until) {
        jdbc.sql("update article set listed = tstzrange(:from, cast(:until as timestamptz)) where id = :id").param("id", id)
                .param("from", SqlValues.at(from)).param("until", SqlValues.atOrNull(until)).update();
    }

    void alert(UUID id, @Nullable BigDecimal below, @Nullable BigDecimal until) {
        jdbc.sql("update article set alert_below = :below, alert_until = coalesce(cast(:until as numeric), cast(:below as numeric)), version = version + 1, updated_at = now() where id = :id")
                .param("id", id).param("below", below).param("until", until).update();
    }

    ListingPage list(UUID supplier, ListingFilter filter, LocalDate today) {
        String text = like(filter.text());
        String counted = TABS.entrySet().stream().map(tab -> "count(*) filter (where " + tab.getValue() + ") as " + tab.getKey()).collect(Collectors.joining(", "));
        Map<Tab, Integer> counts = jdbc.sql("select " + counted + " from article a where a.supplier_org_id = :supplier" + TEXT)
                .param("supplier", supplier).param("text", text)
                .query((row, n) -> {
                    Map<Tab, Integer> all = new EnumMap<>(Tab.class);
                    for (Tab tab : TABS.keySet()) {
                        all.put(tab, row.getInt(tab.name()));
                    }
                    return all;
                }).single();
        List<ArticleSummary> found = jdbc.sql(ArticleRows.SUMMARY + " where a.supplier_org_id = :supplier and " + TABS.get(filter.tab()) + TEXT
                        + " and (cast(:before as uuid) is null or a.id < :before) order by a.id desc limit :limit")
                .param("supplier", supplier).param("text", text).param("before", filter.before()).param("limit", filter.size() + 1)
                .param("reader", null).param("today", today)
                .query((row, n) -> ArticleRows.summary(row)).list();
        boolean more = found.size() > filter.size();
        List<ArticleSummary> page = more ? found.subList(0, filter.size()) : found;
        return new ListingPage(List.copyOf(page), counts, more ? page.getLast().id() : null);
    }

    /** What waits for the operator, longest first. */
    List<ArticleSummary> toReview(int limit, LocalDate today) {
        return jdbc.sql(ArticleRows.SUMMARY + " where a.listing = 'IN_REVIEW' or a.revision is not null order by a.updated_at limit :limit")
                .param("limit", limit).param("reader", null).param("today", today).query((row, n) -> ArticleRows.summary(row)).list();
    }

    int waiting() {
        return jdbc.sql("select count(*) from article where listing = 'IN_REVIEW' or revision is not null").query(Integer.class).single();
    }

    static @Nullable String like(@Nullable String text) {
        return text == null ? null : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
