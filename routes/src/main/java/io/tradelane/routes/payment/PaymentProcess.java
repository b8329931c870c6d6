package io.tradelane.routes.payment;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Senders;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.payment.EntryResult;
import io.tradelane.trading.payment.Payments;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings banks' notifications to the engine. */
@Component
public class PaymentProcess {
    private final Payments payments;
    private final Senders senders;
    private final Verdicts verdicts;

    PaymentProcess(Payments payments, Senders senders, Verdicts verdicts) {
        this.payments = payments;
        this.senders = senders;
        this.verdicts = verdicts;
    }

    /** Each entry has a transaction of its own and is applied once, so the verdict may follow in another. */
    public void applyNotification(InboundMessage inbound) {
        Message message = inbound.message();
        List<EntryResult> entries = Tenancy.call(senders.actor(message), () ->
                payments.apply((PaymentNotificationDocument) message.document(), Senders.context(message)));
        verdicts.apply(message, claimed -> Payments.verdict(entries));
    }

    /**
     * What a statement has booked settles what no notification settled before: an entry is known by account and reference. A
     * report during the day is provisional and moves nothing.
     */
    public void applyStatement(InboundMessage inbound) {
        Message message = inbound.message();
        BankStatementDocument document = (BankStatementDocument) message.document();
        if (document == null || document.kind() == BankStatementDocument.Kind.INTERIM) {
            verdicts.apply(message, claimed -> new ApplyResult.NoEffect("document-noted", claimed.id()));
            return;
        }
        PaymentNotificationDocument booked = new PaymentNotificationDocument(
                document.number(), document.createdAt(), document.parties(),
                document.statements().stream().flatMap(statement -> statement.entries().stream()).toList());
        if (booked.entries().isEmpty()) {
            verdicts.apply(message, claimed -> new ApplyResult.NoEffect("no-entries", claimed.id()));
            return;
        }
        List<EntryResult> entries = Tenancy.call(senders.actor(message), () -> payments.apply(booked, Senders.context(message)));
        verdicts.apply(message, claimed -> Payments.verdict(entries));
    }

    /** A promise to pay moves no money: it is kept and found, the bank's word settles. */
    public void noteRemittanceAdvice(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> new ApplyResult.NoEffect("remittance-noted", message.id()));
    }
}
