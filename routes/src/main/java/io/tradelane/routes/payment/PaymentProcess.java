package io.tradelane.routes.payment;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Senders;
import io.tradelane.routes.inbound.Verdicts;
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
                payments.apply(message.document(PaymentNotificationDocument.class), Senders.context(message)));
        verdicts.apply(message, claimed -> Payments.verdict(entries));
    }

    /** A promise to pay moves no money: it is kept and found, the bank's word settles. */
    public void noteRemittanceAdvice(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> new ApplyResult.NoEffect("remittance-noted", message.id()));
    }
}
