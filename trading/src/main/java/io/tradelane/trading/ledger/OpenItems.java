package io.tradelane.trading.ledger;

import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The items still open in the books: the sub-ledgers of payables and receivables. Whoever books their control account
 * moves them too.
 */
@Service
@Transactional
public class OpenItems {
    private static final String COLUMNS = """
            select id, org_id, counterparty_org_id, side, document_id, document_number, currency, amount, residual, due_on, creditor_reference
            from open_item
            """;
    private final JdbcClient jdbc;

    OpenItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param buyer owes, {@code supplier} is owed, for {@code document} */
    public record Debt(
            UUID buyer, UUID supplier, UUID document, String documentNumber, @Nullable LocalDate dueOn,
            String creditorReference) {}

    /**
     * What a document makes the buyer owe the supplier grows by {@code amount} (shrinks, when it is negative): one
     * item in
     * each one's books. A source counts once.
     */
    public void raise(Debt debt, Money amount, UUID source) {
        for (OpenItem.Side side : OpenItem.Side.values()) {
            boolean payable = side == OpenItem.Side.PAYABLE;
            jdbc.sql("""
                            with item as (
                                insert into open_item (id, org_id, counterparty_org_id, side, document_id, document_number, currency,
                                    amount, residual, due_on, creditor_reference)
                                values (:id, :organisation, :counterparty, :side, :document, :documentNumber, :currency,
                                    0, 0, :dueOn, :creditorReference)
                                on conflict (document_id, side) do update set due_on = excluded.due_on
                                returning id, org_id, counterparty_org_id
                            )
                            insert into open_item_movement (open_item_id, org_id, counterparty_org_id, source_id, kind, amount)
                            select id, org_id, counterparty_org_id, :source, 'RAISED', :amount from item
                            on conflict (open_item_id, source_id) do nothing
                            """)
                    .param("id", Ids.next())
                    .param("organisation", payable ? debt.buyer : debt.supplier)
                    .param("counterparty", payable ? debt.supplier : debt.buyer)
                    .param("side", side.name())
                    .param("document", debt.document)
                    .param("documentNumber", debt.documentNumber)
                    .param("currency", amount.currency())
                    .param("dueOn", debt.dueOn)
                    .param("creditorReference", debt.creditorReference)
                    .param("source", source)
                    .param("amount", amount.amount())
                    .update();
        }
        recompute(debt.document);
    }

    /**
     * Settles {@code amount} of what is open for a document, on both sides; a negative amount opens it again. A source
     * counts once.
     */
    public void settle(UUID document, BigDecimal amount, UUID source) {
        jdbc.sql("""
                        insert into open_item_movement (open_item_id, org_id, counterparty_org_id, source_id, kind, amount)
                        select id, org_id, counterparty_org_id, :source, 'SETTLED', -:amount from open_item where document_id = :document
                        on conflict (open_item_id, source_id) do nothing
                        """)
                .param("source", source)
                .param("amount", amount)
                .param("document", document)
                .update();
        recompute(document);
    }

    /**
     * The items of one organisation that a creditor reference, or else a document number or payment reference, names.
     */
    @Transactional(readOnly = true)
    public List<OpenItem> named(UUID organisation, OpenItem.Side side, @Nullable String creditorReference,
            @Nullable String endToEndId) {
        List<OpenItem> byReference = creditorReference == null ? List.of() : jdbc.sql(COLUMNS + """
                        where org_id = :organisation and side = :side and creditor_reference = :reference order by residual = 0, id
                        """)
                .param("organisation", organisation)
                .param("side", side.name())
                .param("reference", creditorReference)
                .query(OpenItems::map)
                .list();
        if (!byReference.isEmpty() || endToEndId == null) {
            return byReference;
        }
        return jdbc.sql(COLUMNS + """
                        where org_id = :organisation and side = :side
                            and (payment_reference = :endToEnd or document_number = :endToEnd or creditor_reference = :endToEnd)
                        order by residual = 0, id
                        """)
                .param("organisation", organisation)
                .param("side", side.name())
                .param("endToEnd", endToEndId)
                .query(OpenItems::map)
                .list();
    }

    /** What is open in an organisation's books on one side, earliest due first; at most 200. */
    @Transactional(readOnly = true)
    public List<OpenItem> open(UUID organisation, OpenItem.Side side, String currency) {
        return jdbc.sql(COLUMNS + """
                        where org_id = :organisation and side = :side and currency = :currency and residual <> 0
                        order by due_on nulls last, id limit 200
                        """)
                .param("organisation", organisation)
                .param("side", side.name())
                .param("currency", currency)
                .query(OpenItems::map)
                .list();
    }

    /** Locks the items of a document, both sides, so that their residuals hold until the transaction ends. */
    public List<OpenItem> lock(UUID document) {
        return jdbc.sql(COLUMNS + "where document_id = :document order by id for update")
                .param("document", document)
                .query(OpenItems::map)
                .list();
    }

    /** The items of a document, both sides. */
    @Transactional(readOnly = true)
    public List<OpenItem> of(UUID document) {
        return jdbc.sql(COLUMNS + "where document_id = :document order by id").param("document", document).query(OpenItems::map).list();
    }

    @Transactional(readOnly = true)
    public Optional<OpenItem> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id").param("id", id).query(OpenItems::map).optional();
    }

    private void recompute(UUID document) {
        jdbc.sql("""
                        update open_item i set amount = m.raised, residual = m.residual
                        from (select open_item_id, sum(amount) as residual, coalesce(sum(amount) filter (where kind = 'RAISED'), 0) as raised
                              from open_item_movement
                              where open_item_id in (select id from open_item where document_id = :document)
                              group by open_item_id) m
                        where i.id = m.open_item_id
                        """)
                .param("document", document)
                .update();
    }

    private static OpenItem map(ResultSet row, int number) throws SQLException {
        String currency = row.getString("currency");
        return new OpenItem(
                row.getObject("id", UUID.class),
                row.getObject("org_id", UUID.class),
                row.getObject("counterparty_org_id", UUID.class),
                OpenItem.Side.valueOf(row.getString("side")),
                row.getObject("document_id", UUID.class),
                row.getString("document_number"),
                new Money(row.getBigDecimal("amount"), currency),
                new Money(row.getBigDecimal("residual"), currency),
                row.getObject("due_on", LocalDate.class),
                row.getString("creditor_reference"));
    }
}
