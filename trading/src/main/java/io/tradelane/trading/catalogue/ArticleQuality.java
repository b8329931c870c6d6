package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ArticleResult.Done;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much buyers can rely on what is said of articles: a score of each with what it lacks, and since when its stock is stale. */
@Service
@Transactional
public class ArticleQuality {
    /** Entity type of a supplier's promise in the journal. */
    public static final String PROMISE = "STOCK_PROMISE";
    private static final int USUAL_HOURS = 72;
    private static final int MOST_HOURS = 8760;
    private static final String ROWS = """
            select q.*, least(100, 30 * (asked - lacking) / greatest(asked, 1) + case when asked = 0 then 30 else 0 end + case when pictured then 20 else 0 end
                       + case when name_zh is not null and name_en is not null then 15 else 0 end + case when described then 10 else 0 end
                       + case when gtin is not null then 5 else 0 end + case when priced then 10 else 0 end + case when fresh then 10 else 0 end) as score
              from (select a.id, a.supplier_org_id, a.number, a.name_zh, a.name_en, a.gtin, o.name as supplier_name, o.name_local,
                           coalesce(nullif(a.description_zh, ''), nullif(a.description_en, '')) is not null as described,
                           exists (select 1 from article_media m where m.article_id = a.id) as pictured,
                           exists (select 1 from list_price p where p.article_id = a.id and p.validity @> cast(:today as date)) as priced,
                           coalesce(a.stock is not null and a.stock_as_of > cast(:now as timestamptz) - make_interval(hours => coalesce(s.hours, :usual)), false) as fresh,
                           (select count(*)::int from category_attribute m where m.category_id = any(c.ancestors) and m.mandatory and m.retired_at is null) as asked,
                           (select count(*)::int from category_attribute m where m.category_id = any(c.ancestors) and m.mandatory and m.retired_at is null
                              and not jsonb_exists(a.attributes, m.code)) as lacking
                      from article a join organisation o on o.id = a.supplier_org_id left join category c on c.id = a.category_id
                      left join stock_promise s on s.supplier_org_id = a.supplier_org_id
            """;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    ArticleQuality(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** What an article can lack. */
    public enum Lack {
        /** Some that the category asks for. */
        ATTRIBUTES,
        PICTURE,
        /** In one of the two languages. */
        NAME,
        DESCRIPTION,
        PRICE,
        /** It is not known, or older than promised. */
        STOCK,
        GTIN
    }

    /** @param score 0 to 100 */
    public record Quality(UUID article, UUID supplier, String supplierName, @Nullable String supplierNameLocal, String number, @Nullable String nameZh, @Nullable String nameEn, int score,
            List<Lack> lacks) {

        public String name(boolean chinese) {
            String first = chinese ? nameZh : nameEn;
            String other = chinese ? nameEn : nameZh;
            return first != null ? first : other != null ? other : number;
        }
    }

    @Transactional(readOnly = true)
    public Optional<Quality> of(UUID article) {
        return statement(" where a.id = :id) q").param("id", article).query((row, n) -> quality(row)).optional();
    }

    /** Of what is listed, the worst first. @param supplier null: of all that the reader sees */
    @Transactional(readOnly = true)
    public List<Quality> worst(@Nullable UUID supplier, int limit) {
        return statement(" where a.listing = 'LISTED' and (cast(:supplier as uuid) is null or a.supplier_org_id = :supplier)) q order by score, number, id limit :limit")
                .param("supplier", supplier).param("limit", limit).query((row, n) -> quality(row)).list();
    }

    private JdbcClient.StatementSpec statement(String which) {
        return jdbc.sql(ROWS + which).param("today", LocalDate.now(clock)).param("now", SqlValues.at(clock.instant())).param("usual", USUAL_HOURS);
    }

    /** For how many hours what a supplier says of its stock may be relied on. */
    @Transactional(readOnly = true)
    public int promise(UUID supplier) {
        return jdbc.sql("select hours from stock_promise where supplier_org_id = :supplier").param("supplier", supplier).query(Integer.class).optional().orElse(USUAL_HOURS);
    }

    public ArticleResult promise(UUID supplier, int hours) {
        if (hours < 1 || hours > MOST_HOURS) {
            return ArticleResult.invalid("hours", "out-of-range");
        }
        jdbc.sql("""
                        insert into stock_promise (supplier_org_id, hours, changed_by, changed_at) values (:supplier, :hours, :by, :now)
                        on conflict (supplier_org_id) do update set hours = excluded.hours, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("supplier", supplier).param("hours", hours).param("by", Tenancy.current().name()).param("now", SqlValues.at(clock.instant())).update();
        journal.record(new Entry(PROMISE, supplier, null, "CHANGED", null, null, null, Set.of(supplier), Map.of("hours", String.valueOf(hours))));
        return new Done(supplier, 1);
    }

    /** Since when what is said of its stock cannot be relied on any more; null: it can. @param asOf when it was said */
    @Transactional(readOnly = true)
    public @Nullable Instant staleSince(UUID supplier, @Nullable Instant asOf) {
        Instant until = asOf == null ? null : asOf.plus(Duration.ofHours(promise(supplier)));
        return until != null && until.isBefore(clock.instant()) ? until : null;
    }

    private static Quality quality(ResultSet row) throws SQLException {
        List<Lack> lacks = new ArrayList<>();
        add(lacks, Lack.ATTRIBUTES, row.getInt("lacking") > 0);
        add(lacks, Lack.PICTURE, !row.getBoolean("pictured"));
        add(lacks, Lack.NAME, row.getString("name_zh") == null || row.getString("name_en") == null);
        add(lacks, Lack.DESCRIPTION, !row.getBoolean("described"));
        add(lacks, Lack.PRICE, !row.getBoolean("priced"));
        add(lacks, Lack.STOCK, !row.getBoolean("fresh"));
        add(lacks, Lack.GTIN, row.getString("gtin") == null);
        return new Quality(row.getObject("id", UUID.class), row.getObject("supplier_org_id", UUID.class), row.getString("supplier_name"), row.getString("name_local"), row.getString("number"),
                row.getString("name_zh"), row.getString("name_en"), row.getInt("score"), lacks);
    }

    private static void add(List<Lack> lacks, Lack lack, boolean lacking) {
        if (lacking) {
            lacks.add(lack);
        }
    }
}
