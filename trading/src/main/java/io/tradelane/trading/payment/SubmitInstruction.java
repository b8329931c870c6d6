package io.tradelane.trading.payment;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PaymentInstructionDocument;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.Agreement;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The command behind {@link PaymentInstructions#apply(PaymentInstructionDocument, UUID, UUID, MessageContext)}. */
@Component
class SubmitInstruction {
    private final InstructionRepository repository;
    private final Journal journal;
    private final Agreements agreements;
    private final Outbox outbox;

    SubmitInstruction(InstructionRepository repository, Journal journal, Agreements agreements, Outbox outbox) {
        this.repository = repository;
        this.journal = journal;
        this.agreements = agreements;
        this.outbox = outbox;
    }

    ApplyResult apply(PaymentInstructionDocument document, UUID organisation, @Nullable UUID addressed, MessageContext context) {
        if (!context.speaksFor(organisation)) {
            return new ApplyResult.Rejected(List.of(Refusal.WRONG_SENDER.error("payer")));
        }
        if (document.batches().stream().allMatch(batch -> batch.transactions().isEmpty())) {
            return new ApplyResult.Rejected(List.of(Refusal.NO_LINES.error()));
        }
        byte[] hash = ContentHash.of(document);
        Optional<InstructionRepository.Standing> standing = repository.standing(organisation, document.number());
        if (standing.isPresent()) {
            return ContentHash.same(standing.get().contentHash(), hash)
                    ? new ApplyResult.NoEffect("the instruction stands already", standing.get().id())
                    : new ApplyResult.Held(HoldReason.CONTENT_CONFLICT, "instruction " + document.number() + " came before with other content");
        }
        Optional<UUID> agreed = agreements.list(organisation).stream()
                .filter(agreement -> agreement.sender().equals(organisation) && agreement.type() == DocumentType.PAYMENT_INSTRUCTION)
                .filter(agreement -> addressed == null || agreement.receiver().equals(addressed))
                .map(Agreement::receiver)
                .findFirst();
        UUID bank = agreed.orElse(addressed);
        UUID id = Ids.next();
        repository.insert(id, document, organisation, bank, hash, context);
        journal.record(repository.of(id).stream()
                .map(payment -> new Entry(PaymentInstructions.ENTITY, payment.id(), null, "SUBMIT", payment.status().name(), context.interchange(),
                        context.message(), Set.of(organisation), Map.of("instruction", document.number(), "endToEndId", payment.endToEndId(),
                                "amount", payment.amount().toString())))
                .toList());
        agreed.ifPresent(to -> outbox.enqueue(new OutboundDocument(organisation, to, document, document.number(), context.interchange(),
                context.message(), "payment-instruction:" + id)));
        return new ApplyResult.Applied(id);
    }
}
