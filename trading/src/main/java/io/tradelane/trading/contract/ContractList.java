package io.tradelane.trading.contract;

import io.tradelane.trading.contract.ContractFilter.Tab;
import io.tradelane.trading.order.Companies;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
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

/** The list of contracts: a page by keyset, and how many each tab has. */
@Repository
class ContractList {
    private static final Map<Tab, String> TABS = new EnumMap<>(Map.of(
            Tab.ALL, "true",
            Tab.NEEDS_ACTION, """
                    (v.state = 'DRAFT' or v.state = 'NEGOTIATING' and v.author_org_id <> :viewer
                     or v.state in ('READY', 'PARTIALLY_SIGNED')
                        and not exists (select 1 from contract_signature g where g.version_id = v.id and g.organisation_id = :viewer)
                     or o.state = 'EFFECTIVE' and o.ending_org_id <> :viewer)
                    """,
            Tab.OPEN, "o.state in ('DRAFT', 'NEGOTIATING', 'READY', 'PARTIALLY_SIGNED', 'SIGNED')",
            Tab.IN_FORCE, "o.state = 'EFFECTIVE'",
            Tab.ENDED, "o.state in ('DECLINED', 'VOIDED', 'EXPIRED', 'FULFILLED', 'TERMINATED', 'LAPSED')"));
    private static final String FROM = " from contract o " + Companies.JOIN + """
             join lateral (select * from contract_version w where w.contract_id = o.id order by w.n desc limit 1) v on true
            where\s""";
    private final JdbcClient jdbc;

    ContractList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ContractPage page(ContractFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(filter, parameters);
        int limit = Math.clamp(filter.limit(), 1, 200);
        List<ContractSummary> found = jdbc.sql("select o.*, v.title, v.starts_on, v.ends_on" + Companies.COLUMNS + FROM + conditions + " and "
                        + TABS.get(filter.tab()) + (filter.before() == null ? "" : " and o.id < :before") + " order by o.id desc limit " + (limit + 1))
                .params(parameters)
                .query(ContractList::summary)
                .list();
        boolean more = found.size() > limit;
        List<ContractSummary> page = more ? found.subList(0, limit) : found;
        return new ContractPage(List.copyOf(page), more ? page.getLast().id() : null, counts(conditions, parameters));
    }

    int count(ContractFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(filter, parameters);
        return jdbc.sql("select count(*)" + FROM + conditions + " and " + TABS.get(filter.tab())).params(parameters).query(Integer.class).single();
    }

    private Map<Tab, Integer> counts(String conditions, Map<String, Object> parameters) {
        StringBuilder columns = new StringBuilder();
        for (Tab tab : Tab.values()) {
            columns.append(columns.isEmpty() ? "" : ", ").append("count(*) filter (where ").append(TABS.get(tab)).append(") as ").append(tab).append("_");
        }
        return jdbc.sql("select " + columns + FROM + conditions)
                .params(parameters)
                .query((row, n) -> {
                    Map<Tab, Integer> counts = new EnumMap<>(Tab.class);
                    for (Tab tab : Tab.values()) {
                        counts.put(tab, row.getInt(tab + "_"));
                    }
                    return counts;
                })
                .single();
    }

    private static String conditions(ContractFilter filter, Map<String, Object> parameters) {
        UUID viewer = Tenancy.current().scope() == Tenancy.Scope.ORGANISATION ? Tenancy.current().organisation() : null;
        parameters.put("viewer", viewer);
        parameters.put("before", filter.before());
        // Row-level security says the same of the viewer; said again here, an index answers it.
        StringBuilder conditions = new StringBuilder(viewer == null ? "cast(:viewer as uuid) is null" : "(o.buyer_org_id = :viewer or o.supplier_org_id = :viewer)");
        if (filter.text() != null && !filter.text().isBlank()) {
            parameters.put("text", "%" + filter.text().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            conditions.append("""
                     and (o.number ilike :text or v.title ilike :text or b.name ilike :text or b.name_local ilike :text or s.name ilike :text
                         or s.name_local ilike :text)
                    """);
        }
        return conditions.toString();
    }

    private static ContractSummary summary(ResultSet row, int number) throws SQLException {
        return new ContractSummary(row.getObject("id", UUID.class), row.getString("number"), ContractType.valueOf(row.getString("type")), row.getString("title"),
                Companies.buyer(row), Companies.supplier(row), ContractState.valueOf(row.getString("state")), row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class), SqlValues.instant(row, "updated_at"), row.getInt("version"));
    }
}
