package io.tradelane.trading.order;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes orders, and reads them to change them. Whoever changes an order holds its header row locked. */
@Repository
class OrderRepository {
    private static final String INSERT = """
            insert into purchase_order (id, buyer_org_id, supplier_org_id, number, supplier_order_number, kind, issued_on,
                requested_delivery, next_delivery, currency, net_total, stated_total, payment_terms, note, parties,
                document_references, approval, agreement, fulfilment, billing, payment, transmission, issue_count, line_count,
                content_hash, source, interchange_id, message_id, created_at, updated_at, version)
            values (:id, :buyerOrgId, :supplierOrgId, :number, :supplierOrderNumber, :kind, :issuedOn,
                :requestedDelivery, :nextDelivery, :currency, :netTotal, :statedTotal, :paymentTerms, :note, cast(:parties as jsonb),
                cast(:documentReferences as jsonb), :approval, :agreement, :fulfilment, :billing, :payment, :transmission,
                :issueCount, :lineCount, :contentHash, :source, :interchangeId, :messageId, :createdAt, :updatedAt, :version)
            """;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    OrderRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** What is known of an order that stands already. */
    record Standing(UUID id, byte[] contentHash) {}

    /** @return whether it is new; {@code false}: the buyer has an order of that number */
    boolean insert(OrderRow order) {
        return jdbc.sql(INSERT + " on conflict (buyer_org_id, number) do nothing").paramSource(new RowParameters(order)).update() == 1;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if a buyer has an order of one of the numbers */
    void insertNew(List<OrderRow> orders) {
        batch.batchUpdate(INSERT, parameters(orders));
    }

    void insertLines(List<LineRow> lines) {
        batch.batchUpdate("""
                        insert into po_line (id, order_id, buyer_org_id, supplier_org_id, position, line_number, article_id, gtin,
                            buyer_article, supplier_article, description, unit, quantity, price, price_basis, price_unit,
                            agreed_price, agreed_basis, agreed_unit, stated_amount, requested_delivery, note, line_references, issues, state)
                        values (:id, :orderId, :buyerOrgId, :supplierOrgId, :position, :lineNumber, :articleId, :gtin,
                            :buyerArticle, :supplierArticle, :description, :unit, :quantity, :price, :priceBasis, :priceUnit,
                            :agreedPrice, :agreedBasis, :agreedUnit, :statedAmount, :requestedDelivery, :note,
                            cast(:lineReferences as jsonb), cast(:issues as jsonb), :state)
                        """,
                parameters(lines));
    }

    /** Under what number a buyer knows an order. */
    record Number(UUID buyer, String number) {}

    /** Those of the numbers under which an order stands. */
    List<Number> taken(List<Number> numbers) {
        return jdbc.sql("""
                        select o.buyer_org_id as buyer, o.number
                          from unnest(cast(:buyers as uuid[]), cast(:numbers as text[])) as asked (buyer, number)
                          join purchase_order o on o.buyer_org_id = asked.buyer and o.number = asked.number
                        """)
                .param("buyers", numbers.stream().map(asked -> asked.buyer().toString()).toArray(String[]::new))
                .param("numbers", numbers.stream().map(Number::number).toArray(String[]::new))
                .query(Number.class)
                .list();
    }

    Optional<Standing> standing(UUID buyer, String number) {
        return jdbc.sql("select id, content_hash from purchase_order where buyer_org_id = :buyer and number = :number")
                .param("buyer", buyer)
                .param("number", number)
                .query(Standing.class)
                .optional();
    }

    Optional<OrderRow> find(UUID id) {
        return jdbc.sql("select * from purchase_order where id = :id").param("id", id).query(OrderRow.class).optional();
    }

    Optional<OrderRow> lock(UUID id) {
        return jdbc.sql("select * from purchase_order where id = :id for update").param("id", id)
                .query(OrderRow.class).optional();
    }

    /** Orders of these numbers between the parties, locked in one order for everybody. */
    List<OrderRow> lock(Parties parties, Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : jdbc.sql("""
                        select * from purchase_order
                        where buyer_org_id = :buyer and supplier_org_id = :supplier and number in (:numbers) order by id for update
                        """)
                .param("buyer", parties.buyer())
                .param("supplier", parties.supplier())
                .param("numbers", numbers)
                .query(OrderRow.class)
                .list();
    }

    List<OrderRow> lockAll(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of()
                : jdbc.sql("select * from purchase_order where id in (:ids) order by id for update")
                .param("ids", ids)
                .query(OrderRow.class)
                .list();
    }

    /** The lines of each order, by position. */
    Map<UUID, List<LineRow>> lines(Collection<UUID> orders) {
        return orders.isEmpty() ? Map.of()
                : jdbc.sql("select * from po_line where order_id in (:orders) order by order_id, position")
                .param("orders", orders)
                .query(LineRow.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(LineRow::orderId));
    }

    List<LineRow> lines(UUID order) {
        return lines(List.of(order)).getOrDefault(order, List.of());
    }

    void updateLines(List<LineRow> lines) {
        batch.batchUpdate("""
                        update po_line set state = :state, confirmed_quantity = :confirmedQuantity, confirmed_price = :confirmedPrice,
                            confirmed_basis = :confirmedBasis, confirmed_unit = :confirmedUnit, promised_delivery = :promisedDelivery,
                            shipped_quantity = :shippedQuantity, counted_quantity = :countedQuantity, received_quantity = :receivedQuantity,
                            damaged_quantity = :damagedQuantity, invoiced_quantity = :invoicedQuantity
                        where id = :id
                        """,
                parameters(lines));
    }

    /** The lines as a buyer's change makes them, with the next version of the order. */
    void write(UUID order, Revision.Lines after) {
        insertLines(after.added());
        reorderLines(after.reordered());
        updateLines(after.lines());
        nextOrderVersion(order, after.lines().size(), after.issues());
    }

    private void reorderLines(List<LineRow> lines) {
        batch.batchUpdate("""
                        update po_line set article_id = :articleId, gtin = :gtin, buyer_article = :buyerArticle,
                            supplier_article = :supplierArticle, description = :description, quantity = :quantity, price = :price,
                            price_basis = :priceBasis, price_unit = :priceUnit, agreed_price = :agreedPrice, agreed_basis = :agreedBasis,
                            agreed_unit = :agreedUnit, stated_amount = :statedAmount, requested_delivery = :requestedDelivery,
                            note = :note, issues = cast(:issues as jsonb)
                        where id = :id
                        """,
                parameters(lines));
    }

    private void nextOrderVersion(UUID order, int lines, int issues) {
        jdbc.sql("""
                        update purchase_order set order_version = order_version + 1, line_count = :lines, issue_count = :issues
                        where id = :id
                        """)
                .param("id", order)
                .param("lines", lines)
                .param("issues", issues)
                .update();
    }

    /** Writes the header as it follows from the lines, with the next version. */
    void updateHeader(OrderRow order, Derivation derived, HeaderChange change) {
        jdbc.sql("""
                        update purchase_order set agreement = :agreement, payment = :payment, fulfilment = :fulfilment, billing = :billing,
                            net_total = :total, next_delivery = :nextDelivery, updated_at = :now, version = version + 1,
                            supplier_order_number = coalesce(:supplierOrderNumber, supplier_order_number),
                            acknowledged_at = case when :answered then coalesce(acknowledged_at, :now) else acknowledged_at end,
                            confirmed_at = case when :agreement = 'CONFIRMED' then coalesce(confirmed_at, :now) else confirmed_at end
                        where id = :id
                        """)
                .param("id", order.id())
                .param("agreement", change.agreement().name())
                .param("payment", change.payment().name())
                .param("fulfilment", derived.fulfilment().name())
                .param("billing", derived.billing().name())
                .param("total", derived.total().amount())
                .param("nextDelivery", derived.nextDelivery())
                .param("supplierOrderNumber", change.supplierOrderNumber())
                .param("answered", change.answered())
                .param("now", change.at())
                .update();
    }

    /** What a command changes on the header besides what follows from the lines. */
    record HeaderChange(
            Agreement agreement,
            OrderStatus.Payment payment,
            @Nullable String supplierOrderNumber,
            boolean answered,
            OffsetDateTime at) {}

    void approval(UUID order, OrderStatus.Approval approval) {
        jdbc.sql("update purchase_order set approval = :approval where id = :id").param("approval", approval.name()).param("id", order).update();
    }

    /** @return whether it changed */
    boolean transmission(UUID order, OrderStatus.Transmission from, OrderStatus.Transmission to) {
        return jdbc.sql("update purchase_order set transmission = :to where id = :id and transmission = :from")
                .param("id", order)
                .param("from", from.name())
                .param("to", to.name())
                .update() == 1;
    }

    private static SqlParameterSource[] parameters(List<?> rows) {
        return rows.stream().map(RowParameters::new).toArray(SqlParameterSource[]::new);
    }
}
