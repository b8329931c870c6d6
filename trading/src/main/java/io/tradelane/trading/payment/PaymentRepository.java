package io.tradelane.trading.payment;

import io.tradelane.trading.order.RowParameters;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes payments and what they were allocated to. */
@Repository
class PaymentRepository {
    private final JdbcClient jdbc;

    PaymentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new; {@code false}: the account has an entry of that reference */
    boolean insert(PaymentRow payment) {
        return jdbc.sql("""
                        insert into payment (id, org_id, buyer_org_id, supplier_org_id, account, bank_reference, direction, amount, currency,
                            booked_on, value_on, end_to_end_id, creditor_reference, remittance, debtor_name, debtor_account, creditor_name,
                            creditor_account, reversal, both_booked, state, content_hash, interchange_id, message_id, notification, created_at)
                        values (:id, :orgId, :buyerOrgId, :supplierOrgId, :account, :bankReference, :direction, :amount, :currency,
                            :bookedOn, :valueOn, :endToEndId, :creditorReference, :remittance, :debtorName, :debtorAccount, :creditorName,
                            :creditorAccount, :reversal, :bothBooked, :state, :contentHash, :interchangeId, :messageId, :notification, :createdAt)
                        on conflict (account, bank_reference) do nothing
                        """)
                .paramSource(new RowParameters(payment))
                .update() == 1;
    }

    Optional<PaymentRow> standing(String account, String reference) {
        return jdbc.sql("select * from payment where account = :account and bank_reference = :reference")
                .param("account", account)
                .param("reference", reference)
                .query(PaymentRow.class)
                .optional();
    }

    Optional<PaymentRow> find(UUID id) {
        return jdbc.sql("select * from payment where id = :id").param("id", id).query(PaymentRow.class).optional();
    }

    /**
     * Both banks may tell of one payment at the same moment: whoever comes second waits here until the first is
     * committed.
     */
    void oneAtATime(String reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:reference, 7225))").param("reference", reference)
                .query((row, n) -> true).list();
    }

    /** The settled payment of which this entry is the other bank's word. */
    Optional<PaymentRow> otherSide(PaymentRow entry) {
        return jdbc.sql("""
                        select * from payment p
                        where state = 'SETTLED' and both_booked and direction <> :direction and amount = :amount and currency = :currency
                            and account <> :account and (cast(:counterAccount as text) is null or account = :counterAccount)
                            and (end_to_end_id = :endToEndId or end_to_end_id is null or cast(:endToEndId as text) is null)
                            and (creditor_reference = :creditorReference or creditor_reference is null or cast(:creditorReference as text) is null)
                            and (end_to_end_id = :endToEndId or creditor_reference = :creditorReference)
                            and not exists (select 1 from payment m where m.other_side_of = p.id)
                        order by id limit 1
                        """)
                .param("direction", entry.direction().name())
                .param("amount", entry.amount())
                .param("currency", entry.currency())
                .param("account", entry.account())
                .param("counterAccount", entry.counterAccount())
                .param("endToEndId", entry.endToEndId())
                .param("creditorReference", entry.creditorReference())
                .query(PaymentRow.class)
                .optional();
    }

    /**
     * What a reversal takes back: on the same account, the other direction, the same money and a reference in common.
     */
    List<PaymentRow> reversible(PaymentRow reversal) {
        return jdbc.sql("""
                        select * from payment
                        where account = :account and direction <> :direction and amount = :amount and currency = :currency and not reversal
                            and state in ('SETTLED', 'TASK', 'OTHER_SIDE')
                            and (end_to_end_id = :endToEndId or creditor_reference = :creditorReference)
                        order by id desc
                        """)
                .param("account", reversal.account())
                .param("direction", reversal.direction().name())
                .param("amount", reversal.amount())
                .param("currency", reversal.currency())
                .param("endToEndId", reversal.endToEndId())
                .param("creditorReference", reversal.creditorReference())
                .query(PaymentRow.class)
                .list();
    }

    void state(UUID payment, PaymentRow.State state, @Nullable UUID otherSideOf, @Nullable UUID reverses) {
        jdbc.sql("""
                        update payment set state = :state, other_side_of = coalesce(:otherSideOf, other_side_of), reverses = coalesce(:reverses, reverses)
                        where id = :id
                        """)
                .param("state", state.name())
                .param("otherSideOf", otherSideOf)
                .param("reverses", reverses)
                .param("id", payment)
                .update();
    }

    void settled(UUID payment, UUID buyer, UUID supplier, boolean bothBooked) {
        jdbc.sql("""
                        update payment set state = 'SETTLED', buyer_org_id = :buyer, supplier_org_id = :supplier,
                            both_booked = both_booked or :bothBooked
                        where id = :id
                        """)
                .param("buyer", buyer)
                .param("supplier", supplier)
                .param("bothBooked", bothBooked)
                .param("id", payment)
                .update();
    }

    /** A part of a payment that paid an invoice. */
    record Allocation(UUID id, UUID paymentId, UUID invoiceId, BigDecimal amount) {}

    void allocate(Allocation allocation, UUID buyer, UUID supplier, OffsetDateTime at) {
        jdbc.sql("""
                        insert into payment_alloc (id, payment_id, buyer_org_id, supplier_org_id, invoice_id, amount, at)
                        values (:id, :payment, :buyer, :supplier, :invoice, :amount, :at)
                        """)
                .param("id", allocation.id())
                .param("payment", allocation.paymentId())
                .param("buyer", buyer)
                .param("supplier", supplier)
                .param("invoice", allocation.invoiceId())
                .param("amount", allocation.amount())
                .param("at", at)
                .update();
    }

    /** Marks all allocations of a payment as taken back. */
    List<Allocation> takeBack(UUID payment) {
        return jdbc.sql("""
                        update payment_alloc set reversed = true where payment_id = :payment and not reversed
                        returning id, payment_id, invoice_id, amount
                        """)
                .param("payment", payment)
                .query(Allocation.class)
                .list();
    }
}
