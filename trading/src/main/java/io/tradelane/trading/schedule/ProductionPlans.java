package io.tradelane.trading.schedule;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.IncidentDesk;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.Ids;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans of suppliers, article by week. Buyers see those of the articles that they have open orders of, and are told of a change by more than a tenth, by
 * one incident for each list.
 */
@Service
@Transactional
public class ProductionPlans {
    /** Entity type of a list in the journal. */
    public static final String ENTITY = "PRODUCTION_PLAN";
    /** Lines that one list may have. */
    public static final int MOST_LINES = 5000;

    private static final String OPEN = "o.agreement in ('ISSUED', 'CONFIRMED', 'CHANGE_PENDING_BUYER', 'CHANGE_PENDING_SUPPLIER', 'ON_HOLD')";
    private static final String SEEN = """
            with due as (select l.article_id, cast(date_trunc('week', coalesce(l.promised_delivery, l.requested_delivery, o.requested_delivery)) as date) as week,
                                sum(coalesce(l.confirmed_quantity, l.quantity) - l.shipped_quantity) as quantity
                           from purchase_order o join po_line l on l.order_id = o.id
                          where (o.buyer_org_id = :own or o.supplier_org_id = :own) and l.article_id is not null and l.state not in ('CANCELLED', 'REJECTED') and %s group by 1, 2)
            select p.*, s.name as supplier_name, s.name_local as supplier_name_local, due.quantity as ordered
              from production_plan p join organisation s on s.id = p.supplier_org_id left join due on due.article_id = p.article_id and due.week = p.week
             where p.week >= :since and (cast(:text as text) is null or p.number ilike :text or p.name_zh ilike :text or p.name_en ilike :text or s.name ilike :text or s.name_local ilike :text)
             order by p.week, p.number, p.article_id limit :size offset :start
            """.formatted(OPEN);
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Organisations organisations;
    private final Journal journal;
    private final ObjectProvider<IncidentDesk> desk;
    private final Clock clock;

    ProductionPlans(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Organisations organisations, Journal journal, ObjectProvider<IncidentDesk> desk, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.organisations = organisations;
        this.journal = journal;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param row in the file, from 1 @param number the supplier's own, or the GTIN @param week any day of it */
    public record Line(int row, String number, LocalDate week, BigDecimal capacity, BigDecimal planned) {}

    /** @param column {@code number}, {@code week}, {@code capacity}, {@code planned} @param code {@code unknown}, {@code past}, {@code twice} … */
    public record Wrong(int row, String column, String value, String code) {}

    /** @param written weeks that are new or otherwise than before @param told buyers */
    public record Planned(int written, int told, List<Wrong> wrong) {}

    private record Article(UUID id, String number, @Nullable String gtin, @Nullable String nameZh, @Nullable String nameEn, String unit) {}

    private record Key(UUID article, LocalDate week) {}

    private record Figure(BigDecimal capacity, BigDecimal planned) {}

    private record Change(Article article, LocalDate week, @Nullable Figure before, Figure after) {}

    /** This week and those to come, as far as the reader sees them; by week and number. @param text part of a number or a name; null: all */
    @Transactional(readOnly = true)
    public List<PlannedWeek> list(@Nullable String text, int page, int size) {
        return jdbc.sql(SEEN).param("own", Tenancy.current().organisation()).param("since", monday(LocalDate.now(clock)))
                .param("text", text == null ? null : "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%").param("size", size).param("start", (page - 1) * size)
                .query((row, n) -> week(row)).list();
    }

    /** Writes the lines that are right, and tells what is wrong in the others. What is not in the list stays. */
    public Planned write(UUID supplier, List<Line> lines) {
        Map<String, Article> known = articles(supplier, lines);
        List<Wrong> wrong = new ArrayList<>();
        Map<Key, Change> said = new LinkedHashMap<>();
        LocalDate first = monday(LocalDate.now(clock));
        Map<Key, Figure> before = before(known.values().stream().map(Article::id).distinct().toList(), first);
        for (Line line : lines) {
            Article article = known.get(line.number());
            LocalDate week = monday(line.week());
            if (article == null || week.isBefore(first)) {
                wrong.add(article == null ? new Wrong(line.row(), "number", line.number(), "unknown") : new Wrong(line.row(), "week", line.week().toString(), "past"));
            } else {
                Key key = new Key(article.id, week);
                if (said.putIfAbsent(key, new Change(article, week, before.get(key), new Figure(line.capacity(), line.planned()))) != null) {
                    wrong.add(new Wrong(line.row(), "week", DateTimeFormatter.ISO_WEEK_DATE.format(week).substring(0, 8), "twice"));
                }
            }
        }
        List<Change> news = said.values().stream().filter(one -> one.before == null || one.before.capacity.compareTo(one.after.capacity) != 0
                || one.before.planned.compareTo(one.after.planned) != 0).toList();
        int told = 0;
        if (!news.isEmpty()) {
            save(supplier, news);
            UUID list = Ids.next();
            journal.record(new Entry(ENTITY, list, null, "WRITTEN", null, null, null, Set.of(supplier), Map.of("lines", String.valueOf(news.size()))));
            told = tell(supplier, list, news.stream().filter(ProductionPlans::moved).toList());
        }
        return new Planned(news.size(), told, wrong);
    }

    private Map<String, Article> articles(UUID supplier, List<Line> lines) {
        Map<String, Article> known = new HashMap<>();
        jdbc.sql("select id, number, gtin, name_zh, name_en, unit from article where supplier_org_id = :supplier and (number = any(cast(:numbers as text[])) or gtin = any(cast(:numbers as text[])))")
                .param("supplier", supplier).param("numbers", lines.stream().map(Line::number).distinct().toArray(String[]::new)).query(Article.class).list().forEach(one -> {
                    known.put(one.number, one);
                    if (one.gtin != null) {
                        known.putIfAbsent(one.gtin, one);
                    }
                });
        return known;
    }

    /** Locked, so that of two lists at once the second sees what the first changed. */
    private Map<Key, Figure> before(List<UUID> articles, LocalDate first) {
        Map<Key, Figure> before = new HashMap<>();
        if (!articles.isEmpty()) {
            jdbc.sql("select * from production_plan where article_id in (:articles) and week >= :first order by article_id, week for update").param("articles", articles).param("first", first)
                    .query(row -> {
                        before.put(new Key(row.getObject("article_id", UUID.class), row.getObject("week", LocalDate.class)), new Figure(row.getBigDecimal("capacity"), row.getBigDecimal("planned")));
                    });
        }
        return before;
    }

    private void save(UUID supplier, List<Change> news) {
        String by = Tenancy.current().name();
        batch.batchUpdate("""
                        insert into production_plan (supplier_org_id, article_id, week, number, name_zh, name_en, unit, capacity, planned, changed_at, changed_by)
                        values (:supplier, :article, :week, :number, :nameZh, :nameEn, :unit, :capacity, :planned, :now, :by)
                        on conflict (article_id, week) do update set number = excluded.number, name_zh = excluded.name_zh, name_en = excluded.name_en, unit = excluded.unit,
                            capacity_before = production_plan.capacity, planned_before = production_plan.planned, capacity = excluded.capacity, planned = excluded.planned,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """,
                news.stream().map(one -> new MapSqlParameterSource().addValue("supplier", supplier).addValue("article", one.article.id).addValue("week", one.week)
                        .addValue("number", one.article.number).addValue("nameZh", one.article.nameZh).addValue("nameEn", one.article.nameEn).addValue("unit", one.article.unit)
                        .addValue("capacity", one.after.capacity).addValue("planned", one.after.planned).addValue("now", SqlValues.at(clock.instant())).addValue("by", by))
                        .toArray(SqlParameterSource[]::new));
    }

    private static boolean moved(Change one) {
        return one.before != null && (PlannedWeek.moved(one.before.capacity, one.after.capacity) || PlannedWeek.moved(one.before.planned, one.after.planned));
    }

    /** @return how many buyers */
    private int tell(UUID supplier, UUID list, List<Change> moved) {
        if (moved.isEmpty()) {
            return 0;
        }
        Map<UUID, List<UUID>> articles = new TreeMap<>();
        jdbc.sql("select distinct o.buyer_org_id, l.article_id from purchase_order o join po_line l on l.order_id = o.id where o.supplier_org_id = :supplier and l.article_id in (:articles) and " + OPEN)
                .param("supplier", supplier).param("articles", moved.stream().map(one -> one.article.id).distinct().toList())
                .query(row -> {
                    articles.computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>()).add(row.getObject(2, UUID.class));
                });
        String name = organisations.find(supplier).orElseThrow().name();
        articles.forEach((buyer, theirs) -> {
            List<Change> concern = moved.stream().filter(one -> theirs.contains(one.article.id)).toList();
            Change first = concern.getFirst();
            Map<String, String> args = Map.of("subject", list.toString(), "supplier", name, "number", first.article.number,
                    "week", DateTimeFormatter.ISO_WEEK_DATE.format(first.week).substring(0, 8), "count", String.valueOf(concern.size()));
            journal.record(new Entry(ENTITY, list, null, "MOVED", null, null, null, Set.of(supplier, buyer), Map.of("article", first.article.number, "lines", String.valueOf(concern.size()))));
            desk.ifAvailable(open -> Tenancy.run(Actor.hub(), () -> open.raise(Cause.PLAN_CHANGED, buyer, null, null, args, null)));
        });
        return articles.size();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static PlannedWeek week(ResultSet row) throws SQLException {
        return new PlannedWeek(row.getObject("article_id", UUID.class), row.getString("number"), row.getString("name_zh"), row.getString("name_en"), row.getString("unit"),
                row.getObject("supplier_org_id", UUID.class), row.getString("supplier_name"), row.getString("supplier_name_local"), row.getObject("week", LocalDate.class),
                Figures.quantity(row.getBigDecimal("capacity")), Figures.quantity(row.getBigDecimal("planned")), quantity(row, "ordered"), quantity(row, "capacity_before"),
                quantity(row, "planned_before"), SqlValues.instant(row, "changed_at"));
    }

    private static @Nullable BigDecimal quantity(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : Figures.quantity(value);
    }
}
