package io.tradelane.trading.requirement;

import io.tradelane.trading.order.Figures;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.requirement.RequirementFilter.Tab;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of requirements: a page by keyset, and how many each tab has. */
@Repository
class RequirementList {
    private static final Map<Tab, String> TABS = new EnumMap<>(Map.of(
            Tab.ALL, "true",
            Tab.DRAFT, "r.state in ('DRAFT', 'REJECTED')",
            Tab.TO_APPROVE, "r.state = 'PENDING_APPROVAL'",
            Tab.SOURCING, "r.state in ('APPROVED', 'SOURCING')",
            Tab.ORDERED, "r.state = 'ORDERED'",
            Tab.ENDED, "r.state in ('CLOSED', 'CANCELLED')"));
    private final JdbcClient jdbc;

    RequirementList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RequirementPage page(RequirementFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(filter, parameters);
        int limit = Math.clamp(filter.limit(), 1, 200);
        List<RequirementSummary> found = jdbc.sql("""
                        select r.*, (select count(*) from requirement_line l where l.requirement_id = r.id) as lines,
                            coalesce((select min(l.need_by) from requirement_line l where l.requirement_id = r.id), r.need_by) as first_need,
                            (select sum(l.budget) from requirement_line l where l.requirement_id = r.id) as budget
                          from requirement r where\s""" + conditions + " and " + TABS.get(filter.tab()) + (filter.before() == null ? "" : " and r.id < :before")
                        + " order by r.id desc limit " + (limit + 1))
                .params(parameters).query(RequirementList::summary).list();
        boolean more = found.size() > limit;
        List<RequirementSummary> page = more ? found.subList(0, limit) : found;
        return new RequirementPage(List.copyOf(page), more ? page.getLast().id() : null, counts(conditions, parameters));
    }

    private Map<Tab, Integer> counts(String conditions, Map<String, Object> parameters) {
        StringBuilder columns = new StringBuilder();
        for (Tab tab : Tab.values()) {
            columns.append(columns.isEmpty() ? "" : ", ").append("count(*) filter (where ").append(TABS.get(tab)).append(") as ").append(tab).append("_");
        }
        return jdbc.sql("select " + columns + " from requirement r where " + conditions).params(parameters)
                .query((row, n) -> {
                    Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
                    for (Tab tab : Tab.values()) {
                        counts.put(tab, row.getInt(tab + "_"));
                    }
                    return counts;
                })
                .single();
    }

    private static String conditions(RequirementFilter filter, Map<String, Object> parameters) {
        UUID viewer = Tenancy.current().scope() == Tenancy.Scope.ORGANISATION ? Tenancy.current().organisation() : null;
        parameters.put("viewer", viewer);
        parameters.put("before", filter.before());
        // Row-level security says the same of the viewer; said again here, an index answers it.
        StringBuilder conditions = new StringBuilder(viewer == null ? "true" : "r.buyer_org_id = :viewer");
        if (filter.text() != null && !filter.text().isBlank()) {
            parameters.put("text", "%" + filter.text().strip().replaceAll("[\\\\%_]", "\\\\$0") + "%");
            conditions.append("""
                     and (r.number ilike :text or r.title ilike :text or r.author ilike :text
                         or exists (select 1 from requirement_line l where l.requirement_id = r.id and (l.article ilike :text or l.description ilike :text)))
                    """);
        }
        if (filter.state() != null) {
            parameters.put("state", filter.state().name());
            conditions.append(" and r.state = :state");
        }
        if (filter.author() != null) {
            parameters.put("author", filter.author());
            conditions.append(" and r.author_id = :author");
        }
        if (filter.needBy() != null) {
            parameters.put("needBy", filter.needBy());
            conditions.append(" and (r.need_by <= :needBy or exists (select 1 from requirement_line l where l.requirement_id = r.id and l.need_by <= :needBy))");
        }
        return conditions.toString();
    }

    private static RequirementSummary summary(ResultSet row, int number) throws SQLException {
        BigDecimal budget = row.getBigDecimal("budget");
        return new RequirementSummary(row.getObject("id", UUID.class), row.getString("number"), row.getString("title"), RequirementState.valueOf(row.getString("state")),
                row.getString("author"), row.getInt("lines"), row.getObject("first_need", LocalDate.class),
                budget == null ? null : Figures.money(budget, row.getString("currency")), SqlValues.instant(row, "created_at"), row.getInt("version"));
    }
}
