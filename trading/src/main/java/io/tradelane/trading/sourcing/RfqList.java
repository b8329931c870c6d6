package io.tradelane.trading.sourcing;

import io.tradelane.trading.order.Company;
import io.tradelane.trading.partner.SqlValues;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.sourcing.RfqFilter.Tab;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of requests: a page by keyset, and how many each tab has. */
@Repository
class RfqList {
    private static final Map<Tab, String> TABS = new EnumMap<>(Map.of(
            Tab.ALL, "true",
            Tab.NEEDS_ACTION, """
                    (o.state in ('DRAFT', 'EVALUATION') and o.buyer_org_id = :viewer
                     or o.buyer_org_id = :viewer and exists (select 1 from rfq_question q where q.rfq_id = o.id and q.answered_at is null and o.state = 'OPEN')
                     or o.state in ('OPEN', 'NEGOTIATING') and mine.shortlisted and mine.state in ('INVITED', 'VIEWED')
                     or o.state in ('OPEN', 'NEGOTIATING') and exists (select 1 from quote q join quote_version v on v.quote_id = q.id and v.n = q.current_version
                         where q.rfq_id = o.id and q.state = 'SUBMITTED' and v.author = 'BUYER' and q.supplier_org_id = :viewer))
                    """,
            Tab.OPEN, "o.state in ('OPEN', 'NEGOTIATING')",
            Tab.EVALUATION, "o.state = 'EVALUATION'",
            Tab.ENDED, "o.state in ('AWARDED', 'COMPLETED', 'NO_BIDS', 'CANCELLED')"));
    private static final String FROM = """
             from rfq o join organisation b on b.id = o.buyer_org_id
             left join rfq_invitee mine on mine.rfq_id = o.id and mine.supplier_org_id = cast(:viewer as uuid)
            where\s""";
    private final JdbcClient jdbc;

    RfqList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RfqPage page(RfqFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(filter, parameters);
        int limit = Math.clamp(filter.limit(), 1, 200);
        List<RfqSummary> found = jdbc.sql("""
                        select o.*, b.id as buyer_id, b.name as buyer_name, b.name_local as buyer_name_local, b.gln as buyer_gln, mine.state as mine,
                            (select count(*) from rfq_line l where l.rfq_id = o.id and not l.removed) as lines,
                            (select count(*) from rfq_invitee i where i.rfq_id = o.id) as invited,
                            (select count(*) from rfq_invitee i where i.rfq_id = o.id and i.state in ('QUOTED', 'AWARDED', 'NOT_AWARDED')) as quoted
                        """ + FROM + conditions + " and " + TABS.get(filter.tab()) + (filter.before() == null ? "" : " and o.id < :before")
                        + " order by o.id desc limit " + (limit + 1))
                .params(parameters)
                .query(RfqList::summary)
                .list();
        boolean more = found.size() > limit;
        List<RfqSummary> page = more ? found.subList(0, limit) : found;
        return new RfqPage(List.copyOf(page), more ? page.getLast().id() : null, counts(conditions, parameters));
    }

    int count(RfqFilter filter) {
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

    private static String conditions(RfqFilter filter, Map<String, Object> parameters) {
        UUID viewer = Tenancy.current().scope() == Tenancy.Scope.ORGANISATION ? Tenancy.current().organisation() : null;
        parameters.put("viewer", viewer);
        parameters.put("before", filter.before());
        // Row-level security says the same of the viewer; said again here, an index answers it.
        StringBuilder conditions = new StringBuilder(viewer == null ? "true" : "(o.buyer_org_id = :viewer or mine.id is not null)");
        if (filter.text() != null && !filter.text().isBlank()) {
            parameters.put("text", "%" + filter.text().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            conditions.append("""
                     and (o.number ilike :text or o.title ilike :text or b.name ilike :text or b.name_local ilike :text
                         or exists (select 1 from rfq_line l where l.rfq_id = o.id and (l.gtin ilike :text or l.buyer_article ilike :text
                             or l.supplier_article ilike :text or l.description ilike :text)))
                    """);
        }
        if (filter.state() != null) {
            parameters.put("state", filter.state().name());
            conditions.append(" and o.state = :state");
        }
        return conditions.toString();
    }

    private static RfqSummary summary(ResultSet row, int number) throws SQLException {
        String mine = row.getString("mine");
        return new RfqSummary(row.getObject("id", UUID.class), row.getString("number"), row.getString("title"),
                new Company(row.getObject("buyer_id", UUID.class), row.getString("buyer_name"), row.getString("buyer_name_local"), row.getString("buyer_gln")),
                RfqState.valueOf(row.getString("state")), row.getObject("deadline", OffsetDateTime.class), row.getInt("lines"), row.getInt("invited"),
                row.getInt("quoted"), mine == null ? null : InviteeState.valueOf(mine), SqlValues.instant(row, "created_at"), row.getInt("version"));
    }
}
