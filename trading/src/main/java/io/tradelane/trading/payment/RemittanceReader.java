package io.tradelane.trading.payment;

import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.order.Companies;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads remittance advices for pages and the API. */
@Repository
class RemittanceReader {
    private static final String ADVICE = "select o.*" + Companies.COLUMNS + " from remittance_advice o" + Companies.JOIN;
    private static final String CASE = """
            select c.*, a.number as advice_number, b.name as buyer_name from remittance_case c
              join remittance_advice a on a.id = c.advice_id join organisation b on b.id = c.buyer_org_id
            """;
    private final JdbcClient jdbc;
    private final Clock clock;

    RemittanceReader(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<RemittanceView> find(UUID id) {
        return complete(jdbc.sql(ADVICE + "where o.id = :id").param("id", id).query((row, n) -> view(row)).list()).stream().findFirst();
    }

    /** The oldest first. */
    List<RemittanceView> ofInvoice(UUID invoice) {
        return complete(jdbc.sql(ADVICE + "where exists (select from remittance_item m where m.advice_id = o.id and m.invoice_id = :invoice) order by o.id")
                .param("invoice", invoice)
                .query((row, n) -> view(row))
                .list());
    }

    RemittancePage list(RemittanceFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(filter, parameters);
        int limit = Math.clamp(filter.limit(), 1, 200);
        List<RemittanceView> found = jdbc.sql(ADVICE + "where " + conditions + " and " + of(filter.tab())
                        + (filter.before() == null ? "" : " and o.id < :before") + " order by o.id desc limit " + (limit + 1))
                .params(parameters)
                .query((row, n) -> view(row))
                .list();
        boolean more = found.size() > limit;
        List<RemittanceView> page = more ? found.subList(0, limit) : found;
        return new RemittancePage(complete(page), more ? page.getLast().id() : null, counts(conditions, parameters));
    }

    /** Those that the viewer is to decide, newest first. */
    List<RemittanceCase> cases(RemittanceCase.@Nullable Status status) {
        return jdbc.sql(CASE + "where cast(:status as text) is null or c.status = :status order by c.id desc limit 200")
                .param("status", status == null ? null : status.name())
                .query((row, n) -> found(row))
                .list();
    }

    Optional<RemittanceCase> findCase(UUID id) {
        return jdbc.sql(CASE + "where c.id = :id").param("id", id).query((row, n) -> found(row)).optional();
    }

    /** Which of the invoices have a payment announced that has not come. */
    Set<UUID> announced(Collection<UUID> invoices) {
        return invoices.isEmpty() ? Set.of() : new HashSet<>(jdbc.sql("""
                        select distinct m.invoice_id from remittance_item m join remittance_advice a on a.id = m.advice_id
                        where m.invoice_id in (:invoices) and m.announced > 0 and a.arrived < a.total
                        """)
                .param("invoices", invoices)
                .query(UUID.class)
                .list());
    }

    private Map<RemittanceFilter.Tab, Integer> counts(String conditions, Map<String, Object> parameters) {
        Map<RemittanceFilter.Tab, Integer> counts = new EnumMap<>(RemittanceFilter.Tab.class);
        String columns = List.of(RemittanceFilter.Tab.values()).stream()
                .map(tab -> "count(*) filter (where " + of(tab) + ") as " + tab.name())
                .collect(Collectors.joining(", "));
        jdbc.sql("select " + columns + " from remittance_advice o" + Companies.JOIN + "where " + conditions)
                .params(parameters)
                .query(row -> {
                    for (RemittanceFilter.Tab tab : RemittanceFilter.Tab.values()) {
                        counts.put(tab, row.getInt(tab.name()));
                    }
                });
        return counts;
    }

    private static String of(RemittanceFilter.Tab tab) {
        return switch (tab) {
            case ALL -> "true";
            case ANNOUNCED -> "o.arrived < o.total";
            case OVERDUE -> "o.arrived < o.total and o.payment_on < :today";
            case ARRIVED -> "o.arrived >= o.total";
            case CASES -> "exists (select from remittance_case c where c.advice_id = o.id and c.status = 'OPEN')";
        };
    }

    private String conditions(RemittanceFilter filter, Map<String, Object> parameters) {
        UUID viewer = Tenancy.current().scope() == Tenancy.Scope.ORGANISATION ? Tenancy.current().organisation() : null;
        parameters.put("viewer", viewer);
        parameters.put("today", LocalDate.now(clock));
        parameters.put("before", filter.before());
        StringBuilder conditions = new StringBuilder(viewer == null ? "true" : "(o.buyer_org_id = :viewer or o.supplier_org_id = :viewer)");
        if (filter.text() != null && !filter.text().isBlank()) {
            parameters.put("text", "%" + filter.text().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
            conditions.append("""
                     and (o.number ilike :text or o.payment_reference ilike :text or b.name ilike :text or b.name_local ilike :text
                         or s.name ilike :text or s.name_local ilike :text
                         or exists (select from remittance_item m where m.advice_id = o.id and m.document_number ilike :text))
                    """);
        }
        return conditions.toString();
    }

    private List<RemittanceView> complete(List<RemittanceView> advices) {
        if (advices.isEmpty()) {
            return advices;
        }
        List<UUID> ids = advices.stream().map(RemittanceView::id).toList();
        record Of<T>(UUID advice, T part) {}
        Map<UUID, List<RemittanceView.Item>> items = jdbc.sql("""
                        select m.*, a.currency, coalesce((select sum(r.amount) from remittance_arrival r
                            join payment_alloc p on p.id = r.alloc_id and not p.reversed where r.item_id = m.id), 0) as arrived
                        from remittance_item m join remittance_advice a on a.id = m.advice_id where m.advice_id in (:ids) order by m.position
                        """)
                .param("ids", ids)
                .query((row, n) -> new Of<>(row.getObject("advice_id", UUID.class), item(row)))
                .list().stream().collect(Collectors.groupingBy(Of::advice, Collectors.mapping(Of::part, Collectors.toList())));
        Map<UUID, List<RemittanceCase>> cases = jdbc.sql(CASE + "where c.advice_id in (:ids) order by c.id").param("ids", ids)
                .query((row, n) -> found(row)).list().stream().collect(Collectors.groupingBy(RemittanceCase::advice));
        return advices.stream().map(advice -> advice.with(items.getOrDefault(advice.id(), List.of()), cases.getOrDefault(advice.id(), List.of()))).toList();
    }

    private RemittanceView view(ResultSet row) throws SQLException {
        BigDecimal arrived = row.getBigDecimal("arrived");
        boolean whole = arrived.compareTo(row.getBigDecimal("total")) >= 0;
        LocalDate day = row.getObject("payment_on", LocalDate.class);
        RemittanceView.Status status = whole ? RemittanceView.Status.ARRIVED
                : arrived.signum() > 0 ? RemittanceView.Status.PART_ARRIVED : RemittanceView.Status.ANNOUNCED;
        return new RemittanceView(row.getObject("id", UUID.class), row.getString("number"), Companies.buyer(row), Companies.supplier(row),
                row.getObject("issued_on", LocalDate.class), day, row.getString("payment_reference"), money(row, "total"), money(row, "arrived"), status,
                !whole && day.isBefore(LocalDate.now(clock)), row.getObject("message_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), List.of(), List.of());
    }

    private static RemittanceView.Item item(ResultSet row) throws SQLException {
        return new RemittanceView.Item(row.getObject("id", UUID.class), row.getInt("position"), InvoiceDocument.Kind.valueOf(row.getString("kind")),
                row.getString("document_number"), row.getObject("invoice_id", UUID.class), row.getBigDecimal("due") == null ? null : money(row, "due"),
                money(row, "announced"), money(row, "deducted"), money(row, "arrived"));
    }

    private static RemittanceCase found(ResultSet row) throws SQLException {
        return new RemittanceCase(row.getObject("id", UUID.class), row.getObject("advice_id", UUID.class), row.getString("advice_number"),
                row.getObject("supplier_org_id", UUID.class), row.getString("buyer_name"), row.getObject("invoice_id", UUID.class),
                row.getString("document_number"), RemittanceCase.Reason.valueOf(row.getString("reason")), row.getString("code"), row.getString("note"),
                money(row, "amount"), RemittanceCase.Status.valueOf(row.getString("status")), row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("closed_by"), row.getString("closed_reason"), row.getInt("version"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Figures.money(row.getBigDecimal(column), row.getString("currency"));
    }
}
