package io.tradelane.trading.approval;

import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.RowParameters;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rules, limits, delegates and budgets; which of them row-level security says. */
@Repository
class PolicyRepository {
    private static final String BUDGET = """
            select b.*, coalesce((select sum(c.amount) from cost_centre_commitment c where c.buyer_org_id = b.buyer_org_id and c.cost_centre = b.cost_centre
                       and c.currency = b.currency and c.day between b.first_day and b.last_day and not c.waiting and c.cart_id is distinct from cast(:but as uuid) and (c.order_id = cast(:but as uuid)) is not true), 0) as ordered,
                   coalesce((select sum(c.amount) from cost_centre_commitment c where c.buyer_org_id = b.buyer_org_id and c.cost_centre = b.cost_centre
                       and c.currency = b.currency and c.day between b.first_day and b.last_day and c.waiting and c.cart_id is distinct from cast(:but as uuid) and (c.order_id = cast(:but as uuid)) is not true), 0) as waiting
              from budget b
            """;
    private final JdbcClient jdbc;

    PolicyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ApprovalRule> rules(UUID buyer) {
        return jdbc.sql("select * from approval_rule where buyer_org_id = :buyer order by step, created_at, id").param("buyer", buyer).query(PolicyRepository::rule).list();
    }

    Optional<ApprovalRule> rule(UUID buyer, UUID id) {
        return jdbc.sql("select * from approval_rule where buyer_org_id = :buyer and id = :id for update").param("buyer", buyer).param("id", id)
                .query(PolicyRepository::rule).optional();
    }

    record RuleRow(
            UUID id, UUID buyer, String name, int step, BigDecimal minAmount, String currency, @Nullable UUID category, @Nullable String costCentre,
            boolean overBudget, @Nullable UUID approver, @Nullable Integer escalationHours, OffsetDateTime now) {}

    void insert(UUID buyer, UUID id, ApprovalRule.Form form, OffsetDateTime now) {
        write("""
                insert into approval_rule (id, buyer_org_id, name, step, min_amount, currency, category_id, cost_centre, over_budget, approver_id, escalation_hours, created_at)
                values (:id, :buyer, :name, :step, :minAmount, :currency, :category, :costCentre, :overBudget, :approver, :escalationHours, :now)
                """, buyer, id, form, now);
    }

    void update(UUID buyer, UUID id, ApprovalRule.Form form, OffsetDateTime now) {
        write("""
                update approval_rule set name = :name, step = :step, min_amount = :minAmount, currency = :currency, category_id = :category, cost_centre = :costCentre,
                    over_budget = :overBudget, approver_id = :approver, escalation_hours = :escalationHours, version = version + 1 where id = :id and buyer_org_id = :buyer
                """, buyer, id, form, now);
    }

    private void write(String sql, UUID buyer, UUID id, ApprovalRule.Form form, OffsetDateTime now) {
        jdbc.sql(sql).paramSource(new RowParameters(new RuleRow(id, buyer, String.valueOf(form.name()), form.step(), form.minAmount(), String.valueOf(form.currency()),
                form.category(), form.costCentre(), form.overBudget(), form.approver(), form.escalationHours(), now))).update();
    }

    /** @param table one of this room's @return whether it was there */
    boolean remove(String table, UUID buyer, UUID id) {
        return jdbc.sql("delete from " + table + " where id = :id and buyer_org_id = :buyer").param("id", id).param("buyer", buyer).update() == 1;
    }

    private static ApprovalRule rule(ResultSet row, int n) throws SQLException {
        return new ApprovalRule(row.getObject("id", UUID.class), row.getString("name"), row.getInt("step"), Figures.price(row.getBigDecimal("min_amount")),
                row.getString("currency"), row.getObject("category_id", UUID.class), row.getString("cost_centre"), row.getBoolean("over_budget"),
                row.getObject("approver_id", UUID.class), row.getObject("escalation_hours", Integer.class), row.getInt("version"));
    }

    List<ApprovalLimit> limits(UUID buyer) {
        return jdbc.sql("select * from approval_limit where buyer_org_id = :buyer order by user_id nulls first").param("buyer", buyer)
                .query((row, n) -> new ApprovalLimit(row.getObject("id", UUID.class), row.getObject("user_id", UUID.class), row.getString("currency"),
                        row.getBigDecimal("buy_up_to") == null ? null : Figures.price(row.getBigDecimal("buy_up_to")),
                        row.getBigDecimal("approve_up_to") == null ? null : Figures.price(row.getBigDecimal("approve_up_to"))))
                .list();
    }

    void set(UUID buyer, ApprovalLimit limit) {
        jdbc.sql("""
                        insert into approval_limit (id, buyer_org_id, user_id, currency, buy_up_to, approve_up_to) values (:id, :buyer, :user, :currency, :buy, :approve)
                        on conflict (buyer_org_id, user_id) do update set currency = excluded.currency, buy_up_to = excluded.buy_up_to, approve_up_to = excluded.approve_up_to
                        """)
                .param("id", limit.id()).param("buyer", buyer).param("user", limit.user()).param("currency", limit.currency()).param("buy", limit.buyUpTo())
                .param("approve", limit.approveUpTo()).update();
    }

    List<Delegation> delegations(UUID buyer) {
        return jdbc.sql("select * from approval_delegation where buyer_org_id = :buyer order by first_day desc, id").param("buyer", buyer)
                .query((row, n) -> new Delegation(row.getObject("id", UUID.class), row.getObject("from_user_id", UUID.class), row.getObject("to_user_id", UUID.class),
                        row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)))
                .list();
    }

    void insert(UUID buyer, Delegation delegation, OffsetDateTime now) {
        jdbc.sql("""
                        insert into approval_delegation (id, buyer_org_id, from_user_id, to_user_id, first_day, last_day, created_at)
                        values (:id, :buyer, :from, :to, :first, :last, :now)
                        """)
                .param("id", delegation.id()).param("buyer", buyer).param("from", delegation.from()).param("to", delegation.to())
                .param("first", delegation.firstDay()).param("last", delegation.lastDay()).param("now", now).update();
    }

    List<Budget> budgets(UUID buyer) {
        return jdbc.sql(BUDGET + " where b.buyer_org_id = :buyer order by b.cost_centre, b.first_day desc").param("buyer", buyer).param("but", null)
                .query(PolicyRepository::budget).list();
    }

    /** Locked: two who spend at once are counted one after the other. @param but what is not counted */
    Optional<Budget> budget(UUID buyer, String costCentre, String currency, LocalDate day, UUID but) {
        jdbc.sql("select 1 from budget where buyer_org_id = :buyer and cost_centre = :costCentre and currency = :currency and :day between first_day and last_day for update")
                .param("buyer", buyer).param("costCentre", costCentre).param("currency", currency).param("day", day).query(Integer.class).list();
        return jdbc.sql(BUDGET + " where b.buyer_org_id = :buyer and b.cost_centre = :costCentre and b.currency = :currency and :day between b.first_day and b.last_day")
                .param("buyer", buyer).param("costCentre", costCentre).param("currency", currency).param("day", day).param("but", but)
                .query(PolicyRepository::budget).optional();
    }

    /** @return whether it stands; false: another of the cost centre counts for some of these days */
    boolean insert(UUID buyer, UUID id, Budget.Form form) {
        return jdbc.sql("""
                        insert into budget (id, buyer_org_id, cost_centre, first_day, last_day, amount, currency)
                        values (:id, :buyer, :costCentre, :first, :last, :amount, :currency) on conflict do nothing
                        """)
                .param("id", id).param("buyer", buyer).param("costCentre", form.costCentre()).param("first", form.firstDay()).param("last", form.lastDay())
                .param("amount", form.amount()).param("currency", form.currency()).update() == 1;
    }

    /** @return whether it was there */
    boolean amount(UUID buyer, UUID id, BigDecimal amount) {
        return jdbc.sql("update budget set amount = :amount, version = version + 1 where id = :id and buyer_org_id = :buyer").param("amount", amount)
                .param("id", id).param("buyer", buyer).update() == 1;
    }

    private static Budget budget(ResultSet row, int n) throws SQLException {
        String currency = row.getString("currency");
        return new Budget(row.getObject("id", UUID.class), row.getString("cost_centre"), row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class),
                Figures.money(row.getBigDecimal("amount"), currency), Figures.money(row.getBigDecimal("ordered"), currency),
                Figures.money(row.getBigDecimal("waiting"), currency), row.getInt("version"));
    }
}
