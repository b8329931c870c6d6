package io.tradelane.trading.schedule;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.schedule.Plan.Step;
import io.tradelane.trading.schedule.ScheduleSummary.State;
import io.tradelane.trading.schedule.ScheduleView.Ended;
import io.tradelane.trading.schedule.ScheduleView.Replaced;
import io.tradelane.trading.schedule.SupplyRepository.Wanted;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Releases as pages and the API show them. */
@Repository
class ScheduleReader {
    private static final String LINES = """
            select l.*, a.name_zh, a.name_en from schedule_line l left join article a on a.id = l.article_id where l.schedule_id = :schedule
            """;
    private static final int MOST = 200;
    private final JdbcClient jdbc;
    private final StepRepository steps;
    private final SupplyRepository supplies;

    ScheduleReader(JdbcClient jdbc, StepRepository steps, SupplyRepository supplies) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.supplies = supplies;
    }

    /** A row of {@code schedule_line}. */
    private record Stored(
            UUID id, UUID demand, int position, String number, @Nullable UUID article, Item item, @Nullable String nameZh, @Nullable String nameEn,
            @Nullable String shipTo, @Nullable String orderNumber, @Nullable String orderLine, String unit, @Nullable CumulativeCheck check) {}

    Optional<ScheduleView> find(UUID id, int after, int limit) {
        return summary(id).map(schedule -> {
            int size = Math.clamp(limit, 1, MOST);
            List<Stored> lines = jdbc.sql(LINES + " and l.position > :after order by l.position limit :limit")
                    .param("schedule", id).param("after", after).param("limit", size + 1)
                    .query(ScheduleReader::stored).list();
            boolean more = lines.size() > size;
            List<Stored> shown = more ? lines.subList(0, size) : lines;
            return new ScheduleView(schedule, replaced(id), views(schedule, shown), more ? shown.getLast().position() : null, after > 0 ? List.of() : ended(id));
        });
    }

    Optional<DemandView> demand(UUID id, UUID line) {
        return summary(id).flatMap(schedule -> views(schedule, jdbc.sql(LINES + " and l.id = :line").param("schedule", id).param("line", line)
                .query(ScheduleReader::stored).list()).stream().findFirst());
    }

    private Optional<ScheduleSummary> summary(UUID id) {
        return jdbc.sql(ScheduleList.SELECT + "where o.id = :id").param("id", id).query(ScheduleList::summary).optional();
    }

    private List<DemandView> views(ScheduleSummary schedule, List<Stored> lines) {
        List<UUID> demands = lines.stream().map(Stored::demand).toList();
        boolean counts = schedule.state() == State.CURRENT;
        Map<UUID, List<Step>> then = steps.of(demands, schedule.createdAt().atOffset(ZoneOffset.UTC), schedule.firstDay());
        Map<UUID, List<Step>> now = counts ? steps.of(demands, null, schedule.firstDay()) : then;
        Map<Integer, Supply> known = supplies.of(new Parties(schedule.buyer().id(), schedule.supplier().id()), lines.stream()
                .map(line -> new Wanted(line.orderNumber(), line.orderLine(), line.article(), line.item(), line.unit(), null)).toList());
        List<DemandView> views = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            List<Step> said = then.getOrDefault(lines.get(i).demand(), List.of());
            Plan before = Plan.of(said.stream().filter(step -> !step.schedule().equals(schedule.id())).toList());
            Plan current = Plan.of(now.getOrDefault(lines.get(i).demand(), List.of()));
            views.add(view(lines.get(i), before, Plan.of(said), current, counts, known.get(i)));
        }
        return views;
    }

    private static DemandView view(Stored line, Plan before, Plan after, Plan now, boolean counts, @Nullable Supply known) {
        List<Outstanding> deliveries = counts ? now.outstanding(known == null ? null : known.shipped()) : now.said();
        BigDecimal open = !counts ? null : deliveries.stream().map(Outstanding::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        Item item = line.item();
        return new DemandView(line.id(), line.position(), line.number(), line.article() != null, item.gtin(), item.buyerArticle(), item.supplierArticle(),
                item.description(), line.nameZh(), line.nameEn(), line.shipTo(), line.orderNumber(), line.orderLine(), line.unit(),
                before.total(), after.total(), after.firm(), open, WeekChange.between(before, after), deliveries,
                known == null || known.order() == null ? null : DemandView.Called.of(known, now.deliveredBefore() == null ? null : open), line.check());
    }

    private List<Replaced> replaced(UUID id) {
        return jdbc.sql("select id, release from delivery_schedule where superseded_by = :id order by created_at desc limit :most")
                .param("id", id).param("most", MOST).query(Replaced.class).list();
    }

    private List<Ended> ended(UUID id) {
        return jdbc.sql("""
                        select l.*, (select coalesce(sum(d.quantity), 0) from schedule_delivery d where d.line_id = l.id) as quantity
                          from delivery_schedule s join schedule_line l on l.schedule_id = s.id
                         where s.superseded_by = :id and s.kind = 'FORECAST'
                           and not exists (select from schedule_line n where n.schedule_id = :id and n.demand_id = l.demand_id)
                         order by s.created_at, l.position limit :most
                        """)
                .param("id", id).param("most", MOST)
                .query((row, n) -> new Ended(row.getString("gtin"), row.getString("buyer_article"), row.getString("supplier_article"), row.getString("description"),
                        row.getString("ship_to"), row.getString("order_number"), Figures.quantity(row.getBigDecimal("quantity")), row.getString("unit")))
                .list();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(row.getObject("id", UUID.class), row.getObject("demand_id", UUID.class), row.getInt("position"), row.getString("line_number"),
                row.getObject("article_id", UUID.class),
                new Item(row.getString("gtin"), row.getString("buyer_article"), row.getString("supplier_article"), row.getString("description")),
                row.getString("name_zh"), row.getString("name_en"), row.getString("ship_to"), row.getString("order_number"), row.getString("order_line_number"),
                row.getString("unit"), check(row));
    }

    private static @Nullable CumulativeCheck check(ResultSet row) throws SQLException {
        BigDecimal stated = quantity(row, "cumulative_received");
        return stated == null ? null : new CumulativeCheck(stated, row.getObject("cumulative_since", LocalDate.class), row.getString("last_receipt"),
                quantity(row, "known_received"), quantity(row, "known_shipped"), quantity(row, "cumulative_deviation"));
    }

    private static @Nullable BigDecimal quantity(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : Figures.quantity(value);
    }
}
