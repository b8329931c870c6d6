package io.tradelane.trading.invoice;

import io.tradelane.trading.invoice.InvoiceView.Difference;
import io.tradelane.trading.order.RowParameters;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes invoices, and reads them to change them. Whoever changes one holds its orders locked, then its header row. */
@Repository
class InvoiceRepository {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    InvoiceRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    record Standing(UUID id, byte[] contentHash) {}

    Optional<Standing> standing(UUID supplier, String number, int year) {
        return jdbc.sql("select id, content_hash from invoice where supplier_org_id = :supplier and number = :number and year = :year")
                .param("supplier", supplier)
                .param("number", number)
                .param("year", year)
                .query(Standing.class)
                .optional();
    }

    /** The latest invoice of a number between the parties. */
    Optional<UUID> find(UUID buyer, UUID supplier, String number) {
        return jdbc.sql("""
                        select id from invoice where supplier_org_id = :supplier and buyer_org_id = :buyer and number = :number
                            and kind <> 'CREDIT_NOTE' order by year desc limit 1
                        """)
                .param("supplier", supplier)
                .param("buyer", buyer)
                .param("number", number)
                .query(UUID.class)
                .optional();
    }

    boolean insert(InvoiceRow invoice) {
        return jdbc.sql("""
                        insert into invoice (id, buyer_org_id, supplier_org_id, number, year, kind, order_id, order_number,
                            despatch_advice_number, preceding_invoice, preceding_invoice_id, issued_on, due_on, supplied_on, currency,
                            net_total, tax_total, payable_total, creditor_reference, payee_account, payment_terms, note, status, open_lines,
                            content_hash, source, interchange_id, message_id, created_at, updated_at)
                        values (:id, :buyerOrgId, :supplierOrgId, :number, :year, :kind, :orderId, :orderNumber,
                            :despatchAdviceNumber, :precedingInvoice, :precedingInvoiceId, :issuedOn, :dueOn, :suppliedOn, :currency,
                            :netTotal, :taxTotal, :payableTotal, :creditorReference, :payeeAccount, :paymentTerms, :note, :status, :openLines,
                            :contentHash, :source, :interchangeId, :messageId, :createdAt, :updatedAt)
                        on conflict do nothing
                        """)
                .paramSource(new RowParameters(invoice))
                .update() == 1;
    }

    void insertLines(List<InvoiceLineRow> lines) {
        batch.batchUpdate("""
                        insert into invoice_line (id, invoice_id, buyer_org_id, supplier_org_id, position, line_number, order_id, po_line_id,
                            order_number, order_line_number, gtin, supplier_article, buyer_article, description, quantity, unit, price,
                            price_basis, price_unit, net, charge, tax_rate, tax, verdict, payable_quantity, approved_net, approved_tax)
                        values (:id, :invoiceId, :buyerOrgId, :supplierOrgId, :position, :lineNumber, :orderId, :poLineId,
                            :orderNumber, :orderLineNumber, :gtin, :supplierArticle, :buyerArticle, :description, :quantity, :unit, :price,
                            :priceBasis, :priceUnit, :net, :charge, :taxRate, :tax, :verdict, :payableQuantity, :approvedNet, :approvedTax)
                        """,
                lines.stream().map(RowParameters::new).toArray(SqlParameterSource[]::new));
    }

    /** The orders an invoice is about, without locking anything. */
    Set<UUID> orders(UUID invoice) {
        return Set.copyOf(jdbc.sql("select distinct order_id from invoice_line where invoice_id = :invoice and order_id is not null")
                .param("invoice", invoice)
                .query(UUID.class)
                .list());
    }

    Optional<InvoiceRow> lock(UUID id) {
        return jdbc.sql("select * from invoice where id = :id for update").param("id", id)
                .query(InvoiceRow.class).optional();
    }

    List<InvoiceLineRow> lines(UUID invoice) {
        return jdbc.sql("select * from invoice_line where invoice_id = :invoice order by position")
                .param("invoice", invoice)
                .query(InvoiceLineRow.class)
                .list();
    }

    /** How much of each line's receipt earlier lines, of this invoice or another, claim. */
    Map<UUID, BigDecimal> claims(Collection<UUID> lines) {
        record Claim(UUID id, BigDecimal claimed) {}
        return lines.isEmpty() ? Map.of() : jdbc.sql("""
                        select l.id, coalesce(sum(coalesce(earlier.payable_quantity, earlier.quantity)), 0) as claimed
                        from invoice_line l left join invoice_line earlier
                            on earlier.po_line_id = l.po_line_id and earlier.id < l.id and earlier.verdict <> 'REJECTED'
                        where l.id in (:lines) group by l.id
                        """)
                .param("lines", lines)
                .query(Claim.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Claim::id, Claim::claimed));
    }

    void updateLines(List<InvoiceLineRow> lines) {
        batch.batchUpdate("""
                        update invoice_line set verdict = :verdict, payable_quantity = :payableQuantity, approved_net = :approvedNet,
                            approved_tax = :approvedTax, decided_by_user = :decidedByUser, decided_by = :decidedBy,
                            decided_at = :decidedAt, decision_reason = :decisionReason
                        where id = :id
                        """,
                lines.stream().map(RowParameters::new).toArray(SqlParameterSource[]::new));
    }

    void insertDifferences(InvoiceRow invoice, Map<UUID, List<Difference>> differences, OffsetDateTime at) {
        List<SqlParameterSource> rows = new ArrayList<>();
        differences.forEach((line, found) -> found.forEach(difference -> rows.add(new MapSqlParameterSource()
                .addValue("line", line)
                .addValue("buyer", invoice.buyerOrgId())
                .addValue("supplier", invoice.supplierOrgId())
                .addValue("code", difference.code().name())
                .addValue("expected", difference.expected())
                .addValue("actual", difference.actual())
                .addValue("tolerance", difference.tolerance())
                .addValue("at", at))));
        batch.batchUpdate("""
                        insert into match_result (invoice_line_id, run, code, buyer_org_id, supplier_org_id, expected, actual, tolerance, at)
                        select :line, coalesce(max(run), 0) + 1, :code, cast(:buyer as uuid), cast(:supplier as uuid), :expected, :actual, :tolerance, :at
                        from match_result where invoice_line_id = :line and code = :code
                        """,
                rows.toArray(SqlParameterSource[]::new));
    }

    void insertApproval(UUID id, InvoiceRow invoice, BigDecimal net, BigDecimal tax, String by, OffsetDateTime at) {
        jdbc.sql("""
                        insert into invoice_approval (id, invoice_id, buyer_org_id, supplier_org_id, net, tax, approved_by, at)
                        values (:id, :invoice, :buyer, :supplier, :net, :tax, :by, :at)
                        """)
                .param("id", id)
                .param("invoice", invoice.id())
                .param("buyer", invoice.buyerOrgId())
                .param("supplier", invoice.supplierOrgId())
                .param("net", net)
                .param("tax", tax)
                .param("by", by)
                .param("at", at)
                .update();
    }

    void update(UUID invoice, InvoiceStatus status, BigDecimal approved, BigDecimal paid, int openLines,
            OffsetDateTime at) {
        jdbc.sql("""
                        update invoice set status = :status, approved_total = :approved, paid_total = :paid, open_lines = :openLines,
                            updated_at = :at, version = version + 1
                        where id = :id
                        """)
                .param("id", invoice)
                .param("status", status.name())
                .param("approved", approved)
                .param("paid", paid)
                .param("openLines", openLines)
                .param("at", at)
                .update();
    }

    /** Invoices with a line that waits for goods on one of these order lines. */
    List<UUID> waiting(Collection<UUID> orderLines) {
        return jdbc.sql("""
                        select distinct invoice_id from invoice_line where po_line_id in (:lines) and verdict = 'WAITING_RECEIPT' order by invoice_id
                        """)
                .param("lines", orderLines)
                .query(UUID.class)
                .list();
    }

    /** Whether the person posted a receipt of that order line. */
    boolean received(UUID orderLine, UUID user) {
        return jdbc.sql("""
                        select count(*) from receipt_line l join goods_receipt r on r.id = l.receipt_id
                        where l.po_line_id = :line and r.received_by_user = :user
                        """)
                .param("line", orderLine)
                .param("user", user)
                .query(Integer.class)
                .single() > 0;
    }

    /** Where all invoices about an order stand, as far as payment goes. */
    record OrderInvoices(int unpaid, int paid, BigDecimal paidTotal) {}

    OrderInvoices ofOrder(UUID order) {
        return jdbc.sql("""
                        select count(*) filter (where status not in ('PAID', 'REJECTED', 'CREDITED')) as unpaid,
                               count(*) filter (where status = 'PAID') as paid, coalesce(sum(paid_total), 0) as paid_total
                        from invoice i where kind <> 'CREDIT_NOTE'
                            and exists (select 1 from invoice_line l where l.invoice_id = i.id and l.order_id = :order)
                        """)
                .param("order", order)
                .query(OrderInvoices.class)
                .single();
    }
}
