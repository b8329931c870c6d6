package io.tradelane.routes.payment;

import io.tradelane.routes.inbound.InboundMessages.InboundMessage;
import io.tradelane.routes.inbound.Senders;
import io.tradelane.routes.inbound.Verdicts;
import io.tradelane.trading.document.BankStatementDocument;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.PaymentStatusDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.payment.EntryResult;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.payment.PaymentInstructions;
import io.tradelane.trading.payment.Payments;
import io.tradelane.trading.payment.RemittanceAdvices;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Brings what companies tell their banks, and what banks tell of it, to the engine. */
@Component
public class PaymentProcess {
    private final Payments payments;
    private final PaymentInstructions instructions;
    private final RemittanceAdvices remittances;
    private final Senders senders;
    private final Verdicts verdicts;

    PaymentProcess(Payments payments, PaymentInstructions instructions, RemittanceAdvices remittances, Senders senders, Verdicts verdicts) {
        this.payments = payments;
        this.instructions = instructions;
        this.remittances = remittances;
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

    public void applyInstruction(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> bySender(message, sender -> instructions.apply(
                message.document(PaymentInstructionDocument.class), sender, senders.bank(message).orElse(null), Senders.context(message))));
    }

    public void applyStatus(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> bySender(message, sender -> instructions.apply(
                message.document(PaymentStatusDocument.class), sender, message.counterparty(), Senders.context(message))));
    }

    private static ApplyResult bySender(Message message, Function<UUID, ApplyResult> effect) {
        UUID sender = message.organisation();
        return sender == null ? new ApplyResult.Rejected(List.of(Refusal.WRONG_SENDER.error("sender"))) : effect.apply(sender);
    }

    /** A payment order that names no document is kept: it announces nothing of any invoice. */
    public void applyRemittanceAdvice(InboundMessage inbound) {
        verdicts.apply(inbound.message(), message -> {
            RemittanceAdviceDocument document = message.document(RemittanceAdviceDocument.class);
            return document.items().isEmpty() ? new ApplyResult.NoEffect("remittance-noted", message.id())
                    : senders.withParties(message, parties -> remittances.apply(document, parties, Senders.context(message)));
        });
    }
}
