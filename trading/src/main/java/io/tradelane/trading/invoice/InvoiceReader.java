package io.tradelane.trading.invoice;

import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.invoice.InvoiceView.Difference;
import io.tradelane.trading.order.Companies;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads invoices for pages and the API. */
@Repository
class InvoiceReader {
    private static final String INVOICE = "select o.*" + Companies.COLUMNS + " from invoice o" + Companies.JOIN;
    private static final int MOST = 200;
    private final JdbcClient jdbc;
    private final InvoiceRepository invoices;
    private final BuyerAnswerRepository answers;

    InvoiceReader(JdbcClient jdbc, InvoiceRepository invoices, BuyerAnswerRepository answers) {
        this.jdbc = jdbc;
        this.invoices = invoices;
        this.answers = answers;
    }

    Optional<InvoiceView> find(UUID id) {
        return jdbc.sql(INVOICE + "where o.id = :id").param("id", id).query((row, n) -> view(row)).optional();
    }

    private InvoiceView view(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String currency = row.getString("currency");
        Map<UUID, List<Found>> differences = differences(id);
        return new InvoiceView(id, row.getString("number"), InvoiceDocument.Kind.valueOf(row.getString("kind")),
                Companies.buyer(row),
                Companies.supplier(row), row.getObject("order_id", UUID.class), row.getString("order_number"),
                row.getString("despatch_advice_number"), row.getString("preceding_invoice"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class), currency, money(row, "net_total"), money(row, "tax_total"),
                money(row, "payable_total"),
                money(row, "approved_total"), money(row, "paid_total"), row.getString("creditor_reference"),
                row.getString("payee_account"),
                row.getString("payment_terms"), row.getString("note"), InvoiceStatus.valueOf(row.getString("status")),
                row.getObject("interchange_id", UUID.class), row.getObject("message_id", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getInt("version"), answers.of(id),
                invoices.lines(id).stream().map(line ->
                        line(line, differences.getOrDefault(line.id(), List.of()), currency)).toList());
    }

    private static InvoiceView.Line line(InvoiceLineRow row, List<Found> found, String currency) {
        Price price = row.priceOf(currency);
        return new InvoiceView.Line(row.id(), row.position(), row.lineNumber(), row.orderId(), row.poLineId(),
                row.orderNumber(),
                row.orderLineNumber(), row.gtin(), row.supplierArticle(), row.buyerArticle(), row.description(),
                Figures.quantity(row.quantity()), row.unit(),
                price, Figures.money(row.net(), currency), row.taxRate() == null ? null
                : Figures.quantity(row.taxRate()), row.verdict(), found.stream().map(Found::difference).toList(),
                row.payableQuantity() == null ? null : Figures.quantity(row.payableQuantity()),
                row.approvedNet() == null ? null : Figures.money(row.approvedNet(), currency), row.decidedBy(),
                row.decidedAt() == null ? null : row.decidedAt().toInstant(), row.decisionReason());
    }

    private record Found(UUID line, Difference difference) {}

    /** The last finding of each kind on each line. */
    private Map<UUID, List<Found>> differences(UUID invoice) {
        return jdbc.sql("""
                        select distinct on (m.invoice_line_id, m.code) m.* from match_result m
                        join invoice_line l on l.id = m.invoice_line_id and l.verdict not in ('MATCHED', 'WAITING_RECEIPT')
                        where l.invoice_id = :invoice order by m.invoice_line_id, m.code, m.run desc
                        """)
                .param("invoice", invoice)
                .query((row, n) -> new Found(row.getObject("invoice_line_id", UUID.class), new Difference(
                        HoldCode.valueOf(row.getString("code")), row.getString("expected"), row.getString("actual"),
                        row.getString("tolerance"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Found::line));
    }

    InvoicePage list(InvoiceFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(filter, parameters);
        int limit = Math.clamp(filter.limit(), 1, MOST);
        List<InvoiceSummary> found = jdbc.sql(INVOICE + "where " + conditions
                        + (filter.status() == null ? "" : " and o.status = :status")
                        + (filter.before() == null ? "" : " and o.id < :before") + " order by o.id desc limit "
                        + (limit + 1))
                .params(parameters)
                .query((row, n) -> summary(row))
                .list();
        boolean more = found.size() > limit;
        List<InvoiceSummary> page = more ? found.subList(0, limit) : found;
        return new InvoicePage(List.copyOf(page), more ? page.getLast().id() : null, counts(from(filter), conditions, parameters));
    }

    /** Those that bill something of the order, newest first. */
    List<InvoiceSummary> ofOrder(UUID order) {
        return jdbc.sql(INVOICE + "where o.id in (select l.invoice_id from invoice_line l where l.order_id = :order) order by o.id desc limit " + MOST)
                .param("order", order).query((row, n) -> summary(row)).list();
    }

    int count(InvoiceFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String conditions = conditions(filter, parameters);
        return jdbc.sql("select count(*) from invoice o" + from(filter) + "where " + conditions + (filter.status() == null ? "" : " and o.status = :status"))
                .params(parameters).query(Integer.class).single();
    }

    /** Each invoice has its companies: to count, they are read only where their names are asked for. */
    private static String from(InvoiceFilter filter) {
        return filter.text() == null ? " " : Companies.JOIN;
    }

    private Map<InvoiceStatus, Integer> counts(String companies, String conditions, Map<String, Object> parameters) {
        Map<InvoiceStatus, Integer> counts = new EnumMap<>(InvoiceStatus.class);
        jdbc.sql("select o.status, count(*) as invoices from invoice o" + companies + "where " + conditions
                + " group by o.status")
                .params(parameters)
                .query(row -> {
                    counts.put(InvoiceStatus.valueOf(row.getString("status")), row.getInt("invoices"));
                });
        return counts;
    }

    private static String conditions(InvoiceFilter filter, Map<String, Object> parameters) {
        UUID viewer = Tenancy.current().scope() == Tenancy.Scope.ORGANISATION ? Tenancy.current().organisation() : null;
        parameters.put("viewer", viewer);
        parameters.put("status", filter.status() == null ? null : filter.status().name());
        parameters.put("before", filter.before());
        StringBuilder conditions = new StringBuilder(viewer == null ? "true"
                : "(o.buyer_org_id = :viewer or o.supplier_org_id = :viewer)");
        if (filter.text() != null && !filter.text().isBlank()) {
            parameters.put("text", "%" + filter.text().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_",
                    "\\_") + "%");
            conditions.append("""
                     and (o.number ilike :text or o.order_number ilike :text or b.name ilike :text or b.name_local ilike :text
                         or s.name ilike :text or s.name_local ilike :text)
                    """);
        }
        if (filter.number() != null) {
            parameters.put("number", filter.number());
            conditions.append(" and o.number = :number");
        }
        if (filter.orderId() != null) {
            parameters.put("order", filter.orderId());
            conditions.append(" and exists (select 1 from invoice_line l where l.invoice_id = o.id and l.order_id = :order)");
        }
        return conditions.toString();
    }

    private static InvoiceSummary summary(ResultSet row) throws SQLException {
        return new InvoiceSummary(row.getObject("id", UUID.class), row.getString("number"),
                InvoiceDocument.Kind.valueOf(row.getString("kind")),
                Companies.buyer(row), Companies.supplier(row), row.getString("order_number"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class), money(row, "payable_total"), money(row, "approved_total"),
                money(row, "paid_total"),
                InvoiceStatus.valueOf(row.getString("status")), row.getInt("open_lines"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getInt("version"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Figures.money(row.getBigDecimal(column), row.getString("currency"));
    }
}
