package io.tradelane.trading.catalogue;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of articles as records. */
final class ArticleRows {
    static final JsonMapper JSON = JsonMapper.builder().build();
    /** What the supplier of the article {@code a} lets {@code :reader} see of its stock: the narrowest share. */
    static final String SHARED = """
              left join lateral (
                  select h.mode from stock_share h where h.supplier_org_id = a.supplier_org_id and (h.article_id is null or h.article_id = a.id)
                     and (h.buyer_org_id is null or h.buyer_org_id = cast(:reader as uuid)) order by h.buyer_org_id is null, h.article_id is null limit 1) share on true
            """;
    /** With the reader's price for the smallest quantity: {@code :reader}, {@code :today}. */
    static final String SUMMARY = """
            select a.id, a.supplier_org_id, o.name as supplier_name, o.name_local, coalesce(o.city, o.country) as region, a.number, a.name_zh, a.name_en, a.brand,
                   a.spec, a.category_id, a.unit, a.listing, lower(a.listed) as listed_from, upper(a.listed) as listed_until, a.stock, share.mode as share, a.lead_days,
                   a.alerted_at, a.revision is not null as revised, a.updated_at, p.amount, p.currency, p.basis, p.unit as price_unit, coalesce(p.agreed, false) as agreed,
                   (select m.sha256 from article_media x join media m on m.id = x.media_id where x.article_id = a.id and m.width is not null order by x.position limit 1) as image
              from article a join organisation o on o.id = a.supplier_org_id
            """ + SHARED + """
              left join lateral (
                  select * from (
                      select g.amount, g.currency, g.basis, g.unit, true as agreed, g.from_quantity from agreed_price g
                       where g.article_id = a.id and g.buyer_org_id = cast(:reader as uuid) and g.validity @> cast(:today as date)
                      union all
                      select l.amount, l.currency, l.basis, l.unit, false, l.from_quantity from list_price l
                       where l.article_id = a.id and l.validity @> cast(:today as date)) both_lists
                   order by agreed desc, from_quantity, currency limit 1) p on true
            """;

    private ArticleRows() {}

    static ArticleSummary summary(ResultSet row) throws SQLException {
        SharedStock shared = shared(row);
        return new ArticleSummary(row.getObject("id", UUID.class), row.getObject("supplier_org_id", UUID.class), row.getString("supplier_name"),
                row.getString("name_local"), row.getString("region"), row.getString("number"), row.getString("name_zh"), row.getString("name_en"),
                row.getString("brand"), row.getString("spec"), row.getObject("category_id", UUID.class), row.getString("unit"),
                ListingState.valueOf(row.getString("listing")), instant(row, "listed_from"), instant(row, "listed_until"), shared == null ? null : shared.quantity(), shared,
                row.getObject("lead_days", Integer.class), price(row), row.getBoolean("agreed"), row.getString("image"),
                row.getObject("alerted_at") != null, row.getBoolean("revised"), SqlValues.instant(row, "updated_at"));
    }

    /** All of it for whom it belongs to and for who runs and audits the hub. */
    static @Nullable SharedStock shared(ResultSet row) throws SQLException {
        Tenancy.Actor reader = Tenancy.current();
        boolean inside = reader.scope() != Tenancy.Scope.ORGANISATION || row.getObject("supplier_org_id", UUID.class).equals(reader.organisation());
        String mode = row.getString("share");
        return SharedStock.of(inside ? SharedStock.Mode.EXACT : mode == null ? null : SharedStock.Mode.valueOf(mode), plain(row.getBigDecimal("stock")));
    }

    static ArticleForm form(ResultSet row) throws SQLException {
        return new ArticleForm(row.getString("number"), row.getString("gtin"), row.getString("name_zh"), row.getString("name_en"),
                row.getObject("category_id", UUID.class), row.getString("brand"), row.getString("model"), row.getString("spec"), row.getString("description_zh"),
                row.getString("description_en"), row.getString("unit"), plain(row.getBigDecimal("pack_quantity")), plain(row.getBigDecimal("min_quantity")),
                plain(row.getBigDecimal("step_quantity")), row.getObject("lead_days", Integer.class), SqlValues.texts(row.getString("attributes")),
                row.getObject("variant_of", UUID.class));
    }

    static @Nullable ArticleForm revision(ResultSet row) throws SQLException {
        String json = row.getString("revision");
        return json == null ? null : JSON.readValue(json, ArticleForm.class);
    }

    static @Nullable Price price(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return amount == null ? null : new Price(new Money(money(amount), row.getString("currency")),
                new Quantity(row.getBigDecimal("basis").stripTrailingZeros(), row.getString("price_unit")));
    }

    /** As prices are written: two decimals, more where there are more. */
    private static BigDecimal money(BigDecimal padded) {
        BigDecimal stripped = padded.stripTrailingZeros();
        return stripped.scale() < 2 ? stripped.setScale(2, RoundingMode.UNNECESSARY) : stripped;
    }

    /** A range without an end says infinity. */
    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null || value.equals(OffsetDateTime.MAX) || value.equals(OffsetDateTime.MIN) ? null : value.toInstant();
    }

    static @Nullable BigDecimal plain(@Nullable BigDecimal padded) {
        if (padded == null) {
            return null;
        }
        BigDecimal stripped = padded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
