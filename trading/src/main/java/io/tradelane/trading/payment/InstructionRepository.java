package io.tradelane.trading.payment;

import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentStatusDocument;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.payment.InstructedPayment.Status;
import io.tradelane.trading.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payment instructions, payment by payment. */
@Repository
class InstructionRepository {
    private static final String ITEM = """
            select p.*, i.number, i.message_id from payment_instruction_item p join payment_instruction i on i.id = p.instruction_id
            """;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    InstructionRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    record Standing(UUID id, byte[] contentHash) {}

    record Instruction(UUID id, UUID orgId, @Nullable UUID bankOrgId, String number) {}

    Optional<Standing> standing(UUID organisation, String number) {
        return jdbc.sql("select id, content_hash from payment_instruction where org_id = :org and number = :number")
                .param("org", organisation)
                .param("number", number)
                .query(Standing.class)
                .optional();
    }

    /** Those of a number that the bank may speak of, locked. */
    List<Instruction> lock(String number, UUID bank, @Nullable UUID organisation) {
        return jdbc.sql("""
                        select id, org_id, bank_org_id, number from payment_instruction
                        where number = :number and (bank_org_id = :bank or bank_org_id is null and org_id = :org) order by id for update
                        """)
                .param("number", number)
                .param("bank", bank)
                .param("org", organisation)
                .query(Instruction.class)
                .list();
    }

    void insert(UUID id, PaymentInstructionDocument document, UUID organisation, @Nullable UUID bank, byte[] hash, MessageContext context) {
        jdbc.sql("""
                        insert into payment_instruction (id, org_id, bank_org_id, number, kind, ordered_at, content_hash, interchange_id, message_id, created_at)
                        values (:id, :org, :bank, :number, :kind, :ordered, :hash, :interchange, :message, :now)
                        """)
                .param("id", id)
                .param("org", organisation)
                .param("bank", bank)
                .param("number", document.number())
                .param("kind", document.kind().name())
                .param("ordered", document.createdAt())
                .param("hash", hash)
                .param("interchange", context.interchange())
                .param("message", context.message())
                .param("now", OffsetDateTime.now(clock))
                .update();
        List<SqlParameterSource> rows = new ArrayList<>();
        for (PaymentInstructionDocument.Batch group : document.batches()) {
            for (PaymentInstructionDocument.Transaction one : group.transactions()) {
                rows.add(new MapSqlParameterSource("id", Ids.next())
                        .addValue("instruction", id)
                        .addValue("org", organisation)
                        .addValue("bank", bank)
                        .addValue("position", rows.size() + 1)
                        .addValue("batch", group.number())
                        .addValue("account", group.account())
                        .addValue("execution", group.executionDate())
                        .addValue("endToEnd", one.endToEndId())
                        .addValue("amount", one.amount().amount())
                        .addValue("currency", one.amount().currency())
                        .addValue("name", one.name())
                        .addValue("other", one.account())
                        .addValue("reference", one.creditorReference())
                        .addValue("remittance", one.remittance()));
            }
        }
        batch.batchUpdate("""
                        insert into payment_instruction_item (id, instruction_id, org_id, bank_org_id, position, batch, account, execution_on,
                            end_to_end_id, amount, currency, name, other_account, creditor_reference, remittance)
                        values (:id, :instruction, :org, :bank, :position, :batch, :account, :execution,
                            :endToEnd, :amount, :currency, :name, :other, :reference, :remittance)
                        """,
                rows.toArray(SqlParameterSource[]::new));
    }

    Optional<byte[]> reported(UUID instruction, String number) {
        return jdbc.sql("select content_hash from payment_status_report where instruction_id = :instruction and number = :number")
                .param("instruction", instruction)
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    void insertReport(Instruction instruction, PaymentStatusDocument document, byte[] hash, MessageContext context) {
        jdbc.sql("""
                        insert into payment_status_report (id, instruction_id, org_id, bank_org_id, number, content_hash, interchange_id, message_id, at)
                        values (:id, :instruction, :org, :bank, :number, :hash, :interchange, :message, :now)
                        """)
                .param("id", Ids.next())
                .param("instruction", instruction.id())
                .param("org", instruction.orgId())
                .param("bank", instruction.bankOrgId())
                .param("number", document.number())
                .param("hash", hash)
                .param("interchange", context.interchange())
                .param("message", context.message())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    List<InstructedPayment> of(UUID instruction) {
        return jdbc.sql(ITEM + "where p.instruction_id = :id order by p.position").param("id", instruction).query((row, n) -> item(row)).list();
    }

    Optional<InstructedPayment> find(UUID payment) {
        return jdbc.sql(ITEM + "where p.id = :id").param("id", payment).query((row, n) -> item(row)).optional();
    }

    void update(List<ApplyPaymentStatus.Change> changes, OffsetDateTime at) {
        batch.batchUpdate("update payment_instruction_item set status = :status, reason = :reason, status_at = :at where id = :id",
                changes.stream()
                        .map(change -> new MapSqlParameterSource("id", change.payment().id())
                                .addValue("status", change.next().name())
                                .addValue("reason", change.reason())
                                .addValue("at", at))
                        .toArray(SqlParameterSource[]::new));
    }

    List<InstructedPayment> list(@Nullable String endToEndId) {
        return jdbc.sql(ITEM + "where cast(:endToEnd as text) is null or p.end_to_end_id = :endToEnd order by p.instruction_id desc, p.position limit 200")
                .param("endToEnd", endToEndId)
                .query((row, n) -> item(row))
                .list();
    }

    private static InstructedPayment item(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("status_at", OffsetDateTime.class);
        return new InstructedPayment(row.getObject("id", UUID.class), row.getString("number"), row.getString("batch"), row.getString("end_to_end_id"),
                row.getString("account"), row.getObject("execution_on", LocalDate.class),
                Figures.money(row.getBigDecimal("amount"), row.getString("currency")), row.getString("name"), row.getString("other_account"),
                row.getString("creditor_reference"), row.getString("remittance"), Status.valueOf(row.getString("status")), row.getString("reason"),
                at == null ? null : at.toInstant(), row.getObject("message_id", UUID.class));
    }
}
