package io.tradelane.trading.schedule;

import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.order.RowParameters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Releases as they are written: a statement a table, however many lines. */
@Repository
class ScheduleRepository {
    private final JdbcClient jdbc;

    ScheduleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One release between the two after the other. */
    void lock(Parties parties) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:deal, 8080))").param("deal", parties.buyer() + ":" + parties.supplier())
                .query((row, n) -> n).list();
    }

    Optional<ScheduleRow> find(Parties parties, Kind kind, Release release) {
        return jdbc.sql("""
                        select * from delivery_schedule where buyer_org_id = :buyer and supplier_org_id = :supplier and kind = :kind and number = :number
                           and release = :release and extract(year from issued_on) = :year
                        """)
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .param("kind", kind.name())
                .param("number", release.number())
                .param("release", release.count())
                .param("year", release.issuedOn().getYear())
                .query(ScheduleRow.class)
                .optional();
    }

    /** Whether a release of that number or count came between the two, of whatever kind. */
    boolean came(Parties parties, String name) {
        return jdbc.sql("""
                        select exists (select from delivery_schedule where buyer_org_id = :buyer and supplier_org_id = :supplier
                                          and (release = :name or number = :name))
                        """)
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** Those that count, in the order in which they came. */
    List<ScheduleRow> current(Parties parties) {
        return jdbc.sql("""
                        select * from delivery_schedule where buyer_org_id = :buyer and supplier_org_id = :supplier and superseded_by is null
                        order by created_at, id
                        """)
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .query(ScheduleRow.class)
                .list();
    }

    /** The lines of those that count. */
    List<Standing> standing(Parties parties) {
        return jdbc.sql("""
                        select l.*, s.kind from delivery_schedule s join schedule_line l on l.schedule_id = s.id
                         where s.buyer_org_id = :buyer and s.supplier_org_id = :supplier and s.superseded_by is null
                        """)
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .query((row, n) -> new Standing(row.getObject("demand_id", UUID.class), row.getObject("schedule_id", UUID.class), Kind.valueOf(row.getString("kind")),
                        row.getObject("article_id", UUID.class), new Item(row.getString("gtin"), row.getString("buyer_article"), row.getString("supplier_article"), null),
                        row.getString("unit"), row.getString("ship_to"), row.getString("order_number"), row.getString("order_line_number")))
                .list();
    }

    void insert(ScheduleRow schedule, List<LineRow> lines) {
        jdbc.sql("""
                        insert into delivery_schedule (id, buyer_org_id, supplier_org_id, kind, number, release, previous_release, issued_on, first_day, last_day,
                            note, line_count, deviation_count, unknown_articles, content_hash, source, interchange_id, message_id, created_at)
                        values (:id, :buyerOrgId, :supplierOrgId, :kind, :number, :release, :previousRelease, :issuedOn, :firstDay, :lastDay,
                            :note, :lineCount, :deviationCount, :unknownArticles, :contentHash, :source, :interchangeId, :messageId, :createdAt)
                        """)
                .paramSource(new RowParameters(schedule))
                .update();
        insertLines(schedule, lines);
        insertDeliveries(schedule, lines);
    }

    private void insertLines(ScheduleRow schedule, List<LineRow> lines) {
        jdbc.sql("""
                        insert into schedule_line (id, schedule_id, buyer_org_id, supplier_org_id, demand_id, position, line_number, article_id, gtin, buyer_article,
                            supplier_article, description, ship_to, order_number, order_line_number, unit, delivered_before, cumulative_received, cumulative_since,
                            last_receipt, known_received, known_shipped, cumulative_deviation)
                        select l.id, :schedule, :buyer, :supplier, l.demand, l.position, l.number, l.article, l.gtin, l.buyer_article, l.supplier_article,
                               l.description, l.ship_to, l.order_number, l.order_line, l.unit, l.before, l.stated, l.since, l.receipt, l.received, l.shipped, l.deviation
                          from unnest(cast(:ids as uuid[]), cast(:demands as uuid[]), cast(:positions as int[]), cast(:numbers as text[]), cast(:articles as uuid[]),
                                      cast(:gtins as text[]), cast(:buyerArticles as text[]), cast(:supplierArticles as text[]), cast(:descriptions as text[]),
                                      cast(:places as text[]), cast(:orders as text[]), cast(:orderLines as text[]), cast(:units as text[]),
                                      cast(:before as numeric[]), cast(:stated as numeric[]), cast(:since as date[]), cast(:receipts as text[]),
                                      cast(:received as numeric[]), cast(:shipped as numeric[]), cast(:deviations as numeric[]))
                               as l (id, demand, position, number, article, gtin, buyer_article, supplier_article, description, ship_to, order_number, order_line,
                                     unit, before, stated, since, receipt, received, shipped, deviation)
                        """)
                .param("schedule", schedule.id())
                .param("buyer", schedule.buyerOrgId())
                .param("supplier", schedule.supplierOrgId())
                .param("ids", column(lines, LineRow::id))
                .param("demands", column(lines, LineRow::demandId))
                .param("positions", IntStream.rangeClosed(1, lines.size()).mapToObj(String::valueOf).toArray(String[]::new))
                .param("numbers", column(lines, line -> line.demand().lineNumber()))
                .param("articles", column(lines, line -> line.demand().article()))
                .param("gtins", column(lines, line -> line.demand().item().gtin()))
                .param("buyerArticles", column(lines, line -> line.demand().item().buyerArticle()))
                .param("supplierArticles", column(lines, line -> line.demand().item().supplierArticle()))
                .param("descriptions", column(lines, line -> line.demand().item().description()))
                .param("places", column(lines, line -> line.demand().shipTo()))
                .param("orders", column(lines, line -> line.demand().orderNumber()))
                .param("orderLines", column(lines, line -> line.demand().orderLineNumber()))
                .param("units", column(lines, line -> line.demand().unit()))
                .param("before", column(lines, LineRow::deliveredBefore))
                .param("stated", column(lines, line -> line.demand().cumulativeReceived()))
                .param("since", column(lines, line -> line.demand().cumulativeSince()))
                .param("receipts", column(lines, line -> line.demand().lastReceipt()))
                .param("received", column(lines, line -> line.check() == null ? null : line.check().received()))
                .param("shipped", column(lines, line -> line.check() == null ? null : line.check().shipped()))
                .param("deviations", column(lines, line -> line.check() == null ? null : line.check().deviation()))
                .update();
    }

    private record DeliveryRow(UUID line, int position, Planned planned) {}

    private void insertDeliveries(ScheduleRow schedule, List<LineRow> lines) {
        List<DeliveryRow> rows = new ArrayList<>();
        for (LineRow line : lines) {
            List<Planned> deliveries = line.demand().deliveries();
            IntStream.range(0, deliveries.size()).forEach(i -> rows.add(new DeliveryRow(line.id(), i + 1, deliveries.get(i))));
        }
        jdbc.sql("""
                        insert into schedule_delivery (line_id, position, buyer_org_id, supplier_org_id, commitment, quantity, first_day, last_day, at, zone)
                        select d.line, d.position, :buyer, :supplier, d.commitment, d.quantity, d.first_day, d.last_day, d.at, d.zone
                          from unnest(cast(:lines as uuid[]), cast(:positions as int[]), cast(:commitments as text[]), cast(:quantities as numeric[]),
                                      cast(:firsts as date[]), cast(:lasts as date[]), cast(:times as timestamptz[]), cast(:zones as text[]))
                               as d (line, position, commitment, quantity, first_day, last_day, at, zone)
                        """)
                .param("buyer", schedule.buyerOrgId())
                .param("supplier", schedule.supplierOrgId())
                .param("lines", column(rows, DeliveryRow::line))
                .param("positions", column(rows, DeliveryRow::position))
                .param("commitments", column(rows, row -> row.planned().commitment().name()))
                .param("quantities", column(rows, row -> row.planned().quantity().toPlainString()))
                .param("firsts", column(rows, row -> row.planned().first()))
                .param("lasts", column(rows, row -> row.planned().last()))
                .param("times", column(rows, row -> row.planned().at()))
                .param("zones", column(rows, row -> row.planned().at() == null ? null : row.planned().at().getOffset().getId()))
                .update();
    }

    void supersede(Collection<UUID> schedules, UUID by) {
        if (!schedules.isEmpty()) {
            jdbc.sql("update delivery_schedule set superseded_by = :by where id in (:schedules)").param("by", by).param("schedules", schedules).update();
        }
    }

    static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> field) {
        return rows.stream().map(field).map(value -> value == null ? null : value.toString()).toArray(String[]::new);
    }
}
