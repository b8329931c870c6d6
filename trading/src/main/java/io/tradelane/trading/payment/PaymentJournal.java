package io.tradelane.trading.payment;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.shared.Money;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what happened to a payment. */
@Component
class PaymentJournal {
    private final Journal journal;

    PaymentJournal(Journal journal) {
        this.journal = journal;
    }

    void record(PaymentRow payment, PaymentRow.@Nullable State from, String event, PaymentRow.State to,
            MessageContext context) {
        record(payment, from, event, to, Map.of(), visibleTo(payment), context);
    }

    void settled(PaymentRow payment, UUID buyer, UUID supplier, String invoice, Money allocated,
            MessageContext context) {
        Set<UUID> visibleTo = visibleTo(payment);
        visibleTo.add(buyer);
        visibleTo.add(supplier);
        record(payment, null, "SETTLE", PaymentRow.State.SETTLED,
                Map.of("invoice", invoice, "allocated",
                        Figures.money(allocated.amount(), allocated.currency()).toString()), visibleTo, context);
    }

    void record(
            PaymentRow payment, PaymentRow.@Nullable State from, String event, PaymentRow.State to,
            Map<String, String> details,
            Set<UUID> visibleTo, MessageContext context) {
        Map<String, String> all = new HashMap<>(details);
        all.put("bankReference", payment.bankReference());
        all.put("amount", Figures.money(payment.amount(), payment.currency()).toString());
        journal.record(new Entry(Payments.ENTITY, payment.id(), from == null ? null : from.name(), event, to.name(),
                context.interchange(),
                context.message(), visibleTo, all));
    }

    static Set<UUID> visibleTo(PaymentRow payment) {
        Set<UUID> organisations = new HashSet<>();
        if (payment.orgId() != null) {
            organisations.add(payment.orgId());
        }
        if (payment.buyerOrgId() != null) {
            organisations.add(payment.buyerOrgId());
        }
        if (payment.supplierOrgId() != null) {
            organisations.add(payment.supplierOrgId());
        }
        return organisations;
    }
}
