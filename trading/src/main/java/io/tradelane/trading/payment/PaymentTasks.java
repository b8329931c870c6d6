package io.tradelane.trading.payment;

import io.tradelane.trading.document.PaymentNotificationDocument.Direction;
import io.tradelane.trading.ledger.OpenItem;
import io.tradelane.trading.ledger.OpenItems;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tasks of payments that fit nothing. */
@Repository
class PaymentTasks {
    private static final String TASK = """
            select t.*, p.direction, p.account, p.bank_reference, p.booked_on, p.end_to_end_id, p.creditor_reference, p.remittance,
                   p.debtor_name, p.debtor_account, p.creditor_name, p.creditor_account
            from payment_task t join payment p on p.id = t.payment_id
            """;
    private final JdbcClient jdbc;
    private final OpenItems openItems;
    private final Organisations organisations;
    private final Clock clock;

    PaymentTasks(JdbcClient jdbc, OpenItems openItems, Organisations organisations, Clock clock) {
        this.jdbc = jdbc;
        this.openItems = openItems;
        this.organisations = organisations;
        this.clock = clock;
    }

    UUID open(PaymentRow payment, @Nullable UUID owner, Money amount, PaymentTask.Reason reason) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into payment_task (id, payment_id, org_id, reason, amount, currency, created_at)
                        values (:id, :payment, :owner, :reason, :amount, :currency, :now)
                        """)
                .param("id", id)
                .param("payment", payment.id())
                .param("owner", owner)
                .param("reason", reason.name())
                .param("amount", amount.amount())
                .param("currency", amount.currency())
                .param("now", OffsetDateTime.now(clock))
                .update();
        return id;
    }

    /** What a command needs of a task. */
    record Locked(
            UUID id, UUID paymentId, @Nullable UUID orgId, PaymentTask.Reason reason, PaymentTask.Status status,
            BigDecimal amount,
            String currency, int version) {}

    Optional<Locked> lock(UUID task) {
        return jdbc.sql("select id, payment_id, org_id, reason, status, amount, currency, version from payment_task where id = :id for update")
                .param("id", task)
                .query(Locked.class)
                .optional();
    }

    /** Takes {@code amount} off the task; at zero it is done. */
    void reduce(Locked task, BigDecimal amount) {
        boolean done = task.amount().compareTo(amount) <= 0;
        close(task.id(), done ? PaymentTask.Status.ALLOCATED : PaymentTask.Status.OPEN, task.amount().subtract(amount),
                null);
    }

    void dismiss(Locked task, String reason) {
        close(task.id(), PaymentTask.Status.DISMISSED, task.amount(), reason);
    }

    private void close(UUID task, PaymentTask.Status status, BigDecimal left, @Nullable String reason) {
        boolean open = status == PaymentTask.Status.OPEN;
        jdbc.sql("""
                        update payment_task set status = :status, amount = :left, closed_at = :at, closed_by = :by, closed_reason = :reason,
                            version = version + 1
                        where id = :id
                        """)
                .param("status", status.name())
                .param("left", left)
                .param("at", open ? null : OffsetDateTime.now(clock))
                .param("by", open ? null : Tenancy.current().name())
                .param("reason", reason)
                .param("id", task)
                .update();
    }

    void closeOf(UUID payment, String reason) {
        jdbc.sql("select id from payment_task where payment_id = :payment and status = 'OPEN'")
                .param("payment", payment)
                .query(UUID.class)
                .list()
                .forEach(id -> lock(id).ifPresent(task -> dismiss(task, reason)));
    }

    List<PaymentTask> list(PaymentTask.@Nullable Status status) {
        return jdbc.sql(TASK + "where cast(:status as text) is null or t.status = :status order by t.id desc limit 200")
                .param("status", status == null ? null : status.name())
                .query((row, n) -> task(row, List.of()))
                .list();
    }

    Optional<PaymentTask> find(UUID id) {
        return jdbc.sql(TASK + "where t.id = :id").param("id", id)
                .query((row, n) -> task(row, candidates(row))).optional();
    }

    /** Open items of the account's owner: the same amount first, then what is due first. */
    private List<PaymentTask.Candidate> candidates(ResultSet row) throws SQLException {
        UUID owner = row.getObject("org_id", UUID.class);
        if (owner == null || !"OPEN".equals(row.getString("status"))) {
            return List.of();
        }
        BigDecimal amount = row.getBigDecimal("amount");
        OpenItem.Side side = "CREDIT".equals(row.getString("direction")) ? OpenItem.Side.RECEIVABLE
                : OpenItem.Side.PAYABLE;
        Map<UUID, String> names = organisations.list().stream()
                .collect(Collectors.toMap(Organisation::id, Organisation::name));
        return openItems.open(owner, side, row.getString("currency")).stream()
                .filter(item -> item.residual().amount().signum() > 0)
                .sorted(Comparator.comparing(item -> item.residual().amount().compareTo(amount) != 0))
                .limit(50)
                .map(item -> new PaymentTask.Candidate(item.id(), item.document(), item.documentNumber(),
                        names.getOrDefault(item.counterparty(), ""),
                        Figures.money(item.residual().amount(), item.residual().currency()), item.dueOn()))
                .toList();
    }

    private static PaymentTask task(ResultSet row, List<PaymentTask.Candidate> candidates) throws SQLException {
        boolean credit = Direction.valueOf(row.getString("direction")) == Direction.CREDIT;
        return new PaymentTask(row.getObject("id", UUID.class), row.getObject("payment_id", UUID.class),
                row.getObject("org_id", UUID.class),
                PaymentTask.Reason.valueOf(row.getString("reason")),
                PaymentTask.Status.valueOf(row.getString("status")),
                Figures.money(row.getBigDecimal("amount"), row.getString("currency")), credit, row.getString("account"),
                row.getString("bank_reference"), row.getObject("booked_on", LocalDate.class),
                row.getString("end_to_end_id"),
                row.getString("creditor_reference"), row.getString("remittance"),
                row.getString(credit ? "debtor_name" : "creditor_name"),
                row.getString(credit ? "debtor_account" : "creditor_account"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("closed_by"),
                row.getString("closed_reason"),
                candidates);
    }
}
