package io.tradelane.trading.contract;

import io.tradelane.trading.order.RowParameters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contracts, their versions, and what is called off. Whoever changes one holds the row of the contract locked. */
@Repository
class ContractRepository {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    ContractRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    String nextNumber(int year) {
        return "CT-%d-%05d".formatted(year, jdbc.sql("select nextval('contract_number')").query(Long.class).single());
    }

    Optional<ContractRow> find(UUID id) {
        return jdbc.sql("select * from contract where id = :id").param("id", id).query(ContractRow.class).optional();
    }

    Optional<ContractRow> lock(UUID id) {
        return jdbc.sql("select * from contract where id = :id for update").param("id", id).query(ContractRow.class).optional();
    }

    /** @return whether it is new; {@code false}: of the quotation there is a contract already */
    boolean insert(ContractRow contract) {
        return jdbc.sql("""
                        insert into contract (id, buyer_org_id, supplier_org_id, owner_org_id, number, type, state, revealed, current_version,
                            effective_version, rfq_id, quote_id, order_id, created_at, updated_at, version)
                        values (:id, :buyerOrgId, :supplierOrgId, :ownerOrgId, :number, :type, :state, :revealed, :currentVersion,
                            :effectiveVersion, :rfqId, :quoteId, :orderId, :createdAt, :updatedAt, :version)
                        on conflict do nothing
                        """)
                .paramSource(new RowParameters(contract))
                .update() == 1;
    }

    void insert(ContractVersionRow version, List<ContractLineRow> lines, List<ClauseRow> clauses) {
        jdbc.sql("""
                        insert into contract_version (id, contract_id, buyer_org_id, supplier_org_id, author_org_id, n, amendment, state, revealed, title,
                            currency, starts_on, ends_on, sign_by, payment_terms, delivery_terms, params, twin, content_hash, note, created_at)
                        values (:id, :contractId, :buyerOrgId, :supplierOrgId, :authorOrgId, :n, :amendment, :state, :revealed, :title,
                            :currency, :startsOn, :endsOn, :signBy, :paymentTerms, :deliveryTerms, cast(:params as jsonb), :twin, :contentHash, :note, :createdAt)
                        """)
                .paramSource(new RowParameters(version))
                .update();
        batch.batchUpdate("""
                        insert into contract_line (id, version_id, position, line_number, gtin, buyer_article, supplier_article, description, unit, quantity,
                            price, price_basis, delivery)
                        values (:id, :versionId, :position, :lineNumber, :gtin, :buyerArticle, :supplierArticle, :description, :unit, :quantity,
                            :price, :priceBasis, :delivery)
                        """,
                lines.stream().map(RowParameters::new).toArray(SqlParameterSource[]::new));
        batch.batchUpdate("""
                        insert into contract_clause (id, version_id, position, kind, title_en, title_zh, text_en, text_zh)
                        values (:id, :versionId, :position, :kind, :titleEn, :titleZh, :textEn, :textZh)
                        """,
                clauses.stream().map(RowParameters::new).toArray(SqlParameterSource[]::new));
    }

    /** Oldest first; without the other side's drafts. */
    List<ContractVersionRow> versions(UUID contract) {
        return jdbc.sql("select * from contract_version where contract_id = :contract order by n").param("contract", contract)
                .query(ContractVersionRow.class).list();
    }

    Optional<ContractVersionRow> version(UUID contract, int n) {
        return jdbc.sql("select * from contract_version where contract_id = :contract and n = :n").param("contract", contract).param("n", n)
                .query(ContractVersionRow.class).optional();
    }

    List<ContractLineRow> lines(UUID version) {
        return jdbc.sql("select * from contract_line where version_id = :version order by position").param("version", version).query(ContractLineRow.class).list();
    }

    List<ClauseRow> clauses(UUID version) {
        return jdbc.sql("select * from contract_clause where version_id = :version order by position").param("version", version).query(ClauseRow.class).list();
    }

    /** @param ended whether nothing follows in this version */
    void move(ContractVersionRow version, ContractState to, boolean revealed, @Nullable String reason, @Nullable OffsetDateTime ended) {
        jdbc.sql("""
                        update contract_version set state = :to, revealed = revealed or :revealed, reason = coalesce(:reason, reason), ended_at = :ended where id = :id
                        """)
                .param("to", to.name()).param("revealed", revealed).param("reason", reason).param("ended", ended).param("id", version.id())
                .update();
    }

    /** How the contract stands after its versions were moved: as the one in force, else as the last. */
    void settle(UUID contract, int current, @Nullable Integer effective, ContractState state, boolean revealed, OffsetDateTime now) {
        jdbc.sql("""
                        update contract set current_version = :current, effective_version = :effective, state = :state, revealed = revealed or :revealed,
                            updated_at = :now, version = version + 1
                         where id = :id
                        """)
                .param("current", current).param("effective", effective).param("state", state.name()).param("revealed", revealed).param("now", now)
                .param("id", contract)
                .update();
    }

    /** One side asks to end it; {@code null}: it no longer does. */
    void ending(UUID contract, @Nullable UUID by, @Nullable String reason, OffsetDateTime now) {
        jdbc.sql("update contract set ending_org_id = :by, ending_reason = :reason, updated_at = :now, version = version + 1 where id = :id")
                .param("by", by).param("reason", reason).param("now", now).param("id", contract)
                .update();
    }

    /** @param quantity in the unit of the line */
    record CallOff(String lineNumber, UUID orderId, String orderNumber, BigDecimal quantity, OffsetDateTime at) {}

    /** Newest first; orders that were cancelled or rejected as a whole no longer count and are not among them. */
    List<CallOff> callOffs(UUID contract) {
        return jdbc.sql("""
                        select c.line_number, c.order_id, o.number as order_number, c.quantity, c.at
                          from contract_call_off c join purchase_order o on o.id = c.order_id
                         where c.contract_id = :contract and o.agreement not in ('CANCELLED', 'REJECTED_BY_SUPPLIER')
                         order by c.at desc, c.line_number
                        """)
                .param("contract", contract)
                .query(CallOff.class)
                .list();
    }

    /** By line number; lines of which nothing is called off are not in it. */
    Map<String, BigDecimal> calledOff(UUID contract) {
        Map<String, BigDecimal> sums = new HashMap<>();
        callOffs(contract).forEach(call -> sums.merge(call.lineNumber(), call.quantity(), BigDecimal::add));
        return sums;
    }

    void insertCallOff(UUID id, ContractRow contract, String line, UUID order, BigDecimal quantity, OffsetDateTime now) {
        jdbc.sql("""
                        insert into contract_call_off (id, contract_id, buyer_org_id, supplier_org_id, line_number, order_id, quantity, at)
                        values (:id, :contract, :buyer, :supplier, :line, :order, :quantity, :now)
                        """)
                .param("id", id).param("contract", contract.id()).param("buyer", contract.buyerOrgId()).param("supplier", contract.supplierOrgId())
                .param("line", line).param("order", order).param("quantity", quantity).param("now", now)
                .update();
    }

    /** Contracts with a version for which the calendar does something today. */
    List<UUID> due(LocalDate today) {
        return jdbc.sql("""
                        select distinct contract_id from contract_version
                         where state in ('READY', 'PARTIALLY_SIGNED') and sign_by < :today or state = 'SIGNED' and starts_on <= :today
                            or state = 'EFFECTIVE' and ends_on < :today
                        """)
                .param("today", today)
                .query(UUID.class)
                .list();
    }
}
