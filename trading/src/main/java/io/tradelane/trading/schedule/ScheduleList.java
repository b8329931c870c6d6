package io.tradelane.trading.schedule;

import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.order.Companies;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.schedule.ScheduleFilter.Tab;
import io.tradelane.trading.schedule.ScheduleSummary.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of schedules: a page by keyset, and how many each tab has. */
@Repository
class ScheduleList {
    static final String SELECT = "select o.*" + Companies.COLUMNS + " from delivery_schedule o" + Companies.JOIN;
    private static final Map<Tab, String> TABS = new EnumMap<>(Map.of(
            Tab.CURRENT, "o.superseded_by is null",
            Tab.DEVIATING, "o.superseded_by is null and o.deviation_count + o.unknown_articles > 0",
            Tab.ALL, "true"));
    private final JdbcClient jdbc;

    ScheduleList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SchedulePage page(ScheduleFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(filter, parameters);
        int limit = Math.clamp(filter.limit(), 1, 200);
        List<ScheduleSummary> found = jdbc.sql(SELECT + "where " + conditions + " and " + TABS.get(filter.tab())
                        + (filter.before() == null ? "" : " and o.id < :before") + " order by o.id desc limit " + (limit + 1))
                .params(parameters)
                .query(ScheduleList::summary)
                .list();
        boolean more = found.size() > limit;
        List<ScheduleSummary> page = more ? found.subList(0, limit) : found;
        return new SchedulePage(List.copyOf(page), more ? page.getLast().id() : null, counts(conditions, parameters));
    }

    private Map<Tab, Integer> counts(String conditions, Map<String, Object> parameters) {
        StringBuilder columns = new StringBuilder();
        TABS.forEach((tab, condition) -> columns.append(columns.isEmpty() ? "" : ", ").append("count(*) filter (where ").append(condition).append(") as ").append(tab));
        return jdbc.sql("select " + columns + " from delivery_schedule o" + Companies.JOIN + "where " + conditions)
                .params(parameters)
                .query((row, n) -> {
                    Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
                    for (Tab tab : Tab.values()) {
                        counts.put(tab, row.getInt(tab.name()));
                    }
                    return counts;
                })
                .single();
    }

    private static String conditions(ScheduleFilter filter, Map<String, Object> parameters) {
        UUID viewer = Tenancy.current().scope() == Tenancy.Scope.ORGANISATION ? Tenancy.current().organisation() : null;
        parameters.put("viewer", viewer);
        parameters.put("before", filter.before());
        // Row-level security says the same of the viewer; said again here, an index answers it.
        String conditions = viewer == null ? "true" : "(o.buyer_org_id = :viewer or o.supplier_org_id = :viewer)";
        if (filter.text() == null || filter.text().isBlank()) {
            return conditions;
        }
        parameters.put("text", "%" + filter.text().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        return conditions + """
                 and (o.number ilike :text or o.release ilike :text or b.name ilike :text or b.name_local ilike :text or s.name ilike :text or s.name_local ilike :text
                     or exists (select 1 from schedule_line l where l.schedule_id = o.id and (l.order_number ilike :text or l.gtin ilike :text
                         or l.buyer_article ilike :text or l.supplier_article ilike :text or l.description ilike :text)))
                """;
    }

    static ScheduleSummary summary(ResultSet row, int number) throws SQLException {
        UUID supersededBy = row.getObject("superseded_by", UUID.class);
        return new ScheduleSummary(row.getObject("id", UUID.class), Kind.valueOf(row.getString("kind")), row.getString("number"), row.getString("release"),
                row.getString("previous_release"), Companies.buyer(row), Companies.supplier(row), row.getObject("issued_on", LocalDate.class),
                row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class), row.getInt("line_count"), row.getInt("deviation_count"),
                row.getInt("unknown_articles"), supersededBy == null ? State.CURRENT : State.SUPERSEDED, supersededBy, row.getString("note"),
                row.getObject("message_id", UUID.class), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
