package io.tradelane.trading.payment;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.MessageContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which money made which announcement true. */
@Component
class Arrivals {
    /** What of each item has not come, of advices that have not come whole. */
    private static final String AWAITED = """
            select m.id, m.advice_id, m.invoice_id, m.buyer_org_id, m.supplier_org_id,
                   least(m.announced - coalesce(b.amount, 0), a.total - a.arrived) as awaited
              from remittance_item m join remittance_advice a on a.id = m.advice_id and a.arrived < a.total
              left join lateral (select sum(r.amount) as amount from remittance_arrival r
                  join payment_alloc p on p.id = r.alloc_id and not p.reversed where r.item_id = m.id) b on true
             where m.invoice_id is not null and m.announced > coalesce(b.amount, 0)
            """;
    private final JdbcClient jdbc;
    private final Journal journal;

    Arrivals(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    record Awaited(UUID id, UUID adviceId, UUID invoiceId, UUID buyerOrgId, UUID supplierOrgId, BigDecimal awaited) {}

    /**
     * The invoices that a payment pays by an announcement: of the account's owner, of exactly this money, whose payment reference or number
     * the payment quotes. Empty when none is, or more than one.
     */
    List<Awaited> announced(PaymentRow payment, UUID owner) {
        if (payment.endToEndId() == null && payment.creditorReference() == null && payment.remittance() == null) {
            return List.of();
        }
        List<UUID> advices = jdbc.sql("""
                        select id from remittance_advice
                         where %s = :owner and currency = :currency and total - arrived = :amount and arrived < total
                           and (payment_reference in (:endToEnd, :creditorReference) or number in (:endToEnd, :creditorReference)
                             or position(payment_reference in :remittance) > 0 or position(number in :remittance) > 0)
                        """.formatted(payment.credit() ? "supplier_org_id" : "buyer_org_id"))
                .param("owner", owner)
                .param("currency", payment.currency())
                .param("amount", payment.amount())
                .param("endToEnd", text(payment.endToEndId()))
                .param("creditorReference", text(payment.creditorReference()))
                .param("remittance", text(payment.remittance()))
                .query(UUID.class)
                .list();
        return advices.size() != 1 ? List.of() : jdbc.sql(AWAITED + " and a.id = :advice order by m.invoice_id")
                .param("advice", advices.getFirst())
                .query(Awaited.class)
                .list();
    }

    /**
     * Money that came for an invoice is what was announced of it: first where the payment quotes the reference, then the earliest day.
     *
     * @return whether it had been announced
     */
    boolean came(PaymentRow payment, UUID allocation, UUID invoice, BigDecimal amount, MessageContext context) {
        List<Awaited> awaited = jdbc.sql(AWAITED + """
                         and m.invoice_id = :invoice
                         order by coalesce(a.payment_reference in (:endToEnd, :bankReference), false) desc, a.payment_on, a.id, m.position
                           for update of a
                        """)
                .param("invoice", invoice)
                .param("endToEnd", text(payment.endToEndId()))
                .param("bankReference", payment.bankReference())
                .query(Awaited.class)
                .list();
        BigDecimal left = amount;
        for (Awaited item : awaited) {
            BigDecimal part = left.min(item.awaited());
            if (part.signum() > 0) {
                link(item, allocation, part, payment.bankReference(), payment.currency(), context);
                left = left.subtract(part);
            }
        }
        return left.compareTo(amount) < 0;
    }

    private record Early(UUID id, BigDecimal amount, String bankReference, String currency) {}

    /** Money that came before it was announced: under the same reference, or exactly so much. */
    void cameBefore(UUID advice, @Nullable String reference, MessageContext context) {
        for (Awaited item : jdbc.sql(AWAITED + " and a.id = :advice order by m.position").param("advice", advice).query(Awaited.class).list()) {
            jdbc.sql("""
                            select a.id, least(a.amount, :awaited) as amount, p.bank_reference, p.currency
                              from payment_alloc a join payment p on p.id = a.payment_id
                             where a.invoice_id = :invoice and not a.reversed and not exists (select from remittance_arrival r where r.alloc_id = a.id)
                               and (a.amount = :awaited or cast(:reference as text) in (p.end_to_end_id, p.bank_reference))
                             order by p.end_to_end_id is not distinct from :reference desc, a.id limit 1
                            """)
                    .param("invoice", item.invoiceId())
                    .param("awaited", item.awaited())
                    .param("reference", reference)
                    .query(Early.class)
                    .optional()
                    .ifPresent(early -> link(item, early.id(), early.amount(), early.bankReference(), early.currency(), context));
        }
    }

    /** A payment was taken back: what it was of an announcement has not come. */
    void takenBack(UUID allocation, String bankReference, MessageContext context) {
        record Taken(UUID adviceId, UUID buyerOrgId, UUID supplierOrgId) {}
        jdbc.sql("""
                        select distinct m.advice_id, m.buyer_org_id, m.supplier_org_id from remittance_arrival r
                          join remittance_item m on m.id = r.item_id where r.alloc_id = :allocation
                        """)
                .param("allocation", allocation)
                .query(Taken.class)
                .list()
                .forEach(taken -> record(taken.adviceId, "TAKEN_BACK", Set.of(taken.buyerOrgId, taken.supplierOrgId),
                        Map.of("bankReference", bankReference), context));
    }

    private void link(Awaited item, UUID allocation, BigDecimal amount, String bankReference, String currency, MessageContext context) {
        jdbc.sql("""
                        insert into remittance_arrival (item_id, alloc_id, buyer_org_id, supplier_org_id, amount)
                        values (:item, :allocation, :buyer, :supplier, :amount)
                        """)
                .param("item", item.id())
                .param("allocation", allocation)
                .param("buyer", item.buyerOrgId())
                .param("supplier", item.supplierOrgId())
                .param("amount", amount)
                .update();
        record(item.adviceId(), "ARRIVE", Set.of(item.buyerOrgId(), item.supplierOrgId()),
                Map.of("amount", Figures.money(amount, currency).toString(), "bankReference", bankReference), context);
    }

    /** Counts again what has come. */
    private void record(UUID advice, String event, Set<UUID> visibleTo, Map<String, String> details, MessageContext context) {
        String status = jdbc.sql("""
                        update remittance_advice a set arrived = coalesce((select sum(r.amount) from remittance_arrival r
                            join remittance_item m on m.id = r.item_id join payment_alloc p on p.id = r.alloc_id and not p.reversed
                            where m.advice_id = a.id), 0)
                        where id = :advice
                        returning case when arrived >= total then 'ARRIVED' when arrived > 0 then 'PART_ARRIVED' else 'ANNOUNCED' end
                        """)
                .param("advice", advice)
                .query(String.class)
                .single();
        journal.record(new Entry(RemittanceAdvices.ENTITY, advice, null, event, status, context.interchange(), context.message(), visibleTo, details));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
