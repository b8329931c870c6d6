package io.tradelane.trading.payment;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.PaymentStatusDocument;
import io.tradelane.trading.document.PaymentStatusDocument.Reason;
import io.tradelane.trading.document.PaymentStatusDocument.Transaction;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.NewIncident;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.payment.InstructedPayment.Status;
import io.tradelane.trading.payment.InstructionRepository.Instruction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The command behind {@link PaymentInstructions#apply(PaymentStatusDocument, UUID, UUID, MessageContext)}. */
@Component
class ApplyPaymentStatus {
    private final InstructionRepository repository;
    private final Journal journal;
    private final Incidents incidents;
    private final Agreements agreements;
    private final Outbox outbox;

    ApplyPaymentStatus(InstructionRepository repository, Journal journal, Incidents incidents, Agreements agreements, Outbox outbox) {
        this.repository = repository;
        this.journal = journal;
        this.incidents = incidents;
        this.agreements = agreements;
        this.outbox = outbox;
    }

    ApplyResult apply(PaymentStatusDocument document, UUID bank, @Nullable UUID organisation, MessageContext context) {
        List<Instruction> found = repository.lock(document.instructionNumber(), bank, organisation);
        Optional<Instruction> meant = found.size() == 1 ? Optional.of(found.getFirst())
                : found.stream().filter(instruction -> instruction.orgId().equals(organisation)).findFirst();
        if (meant.isEmpty()) {
            return new ApplyResult.Held(HoldReason.UNKNOWN_INSTRUCTION, document.instructionNumber());
        }
        Instruction instruction = meant.get();
        byte[] hash = ContentHash.of(document);
        Optional<byte[]> before = repository.reported(instruction.id(), document.number());
        if (before.isPresent()) {
            return ContentHash.same(before.get(), hash)
                    ? new ApplyResult.NoEffect("the report is applied already", instruction.id())
                    : new ApplyResult.Held(HoldReason.CONTENT_CONFLICT, "report " + document.number() + " came before with other content");
        }
        repository.insertReport(instruction, document, hash, context);
        long changed = repository.of(instruction.id()).stream().filter(payment -> change(instruction, payment, document, context)).count();
        if (agreements.outbound(bank, instruction.orgId(), DocumentType.PAYMENT_STATUS).isPresent()) {
            outbox.enqueue(new OutboundDocument(bank, instruction.orgId(), document, document.instructionNumber(), context.interchange(),
                    context.message(), "payment-status:" + instruction.id() + ":" + document.number()));
        }
        return changed == 0 ? new ApplyResult.NoEffect("the bank says nothing new", instruction.id()) : new ApplyResult.Applied(instruction.id());
    }

    private record Said(PaymentStatusDocument.Status status, List<Reason> reasons) {}

    /** Of the payment itself, else of its batch, else of all. */
    private static Optional<Said> said(PaymentStatusDocument document, InstructedPayment payment) {
        Stream<Transaction> own = document.transactions().stream()
                .filter(one -> payment.endToEndId().equals(one.endToEndId()) && (one.batchNumber() == null || one.batchNumber().equals(payment.batch())));
        Stream<Transaction> batch = document.transactions().stream().filter(one -> one.endToEndId() == null && payment.batch().equals(one.batchNumber()));
        Optional<Said> special = Stream.concat(own, batch).map(one -> new Said(one.status(), one.reasons())).findFirst();
        return special.isPresent() || document.status() == null ? special : Optional.of(new Said(document.status(), document.reasons()));
    }

    private boolean change(Instruction instruction, InstructedPayment payment, PaymentStatusDocument document, MessageContext context) {
        Optional<Said> said = said(document, payment);
        Optional<Status> next = said.flatMap(one -> Status.of(one.status())).filter(payment.status()::mayBecome);
        if (next.isEmpty()) {
            return false;
        }
        String reason = said.get().reasons().stream().map(ApplyPaymentStatus::text).collect(Collectors.joining("; "));
        repository.update(payment.id(), next.get(), reason.isEmpty() ? null : reason, document.createdAt());
        Map<String, String> details = new LinkedHashMap<>();
        details.put("endToEndId", payment.endToEndId());
        details.put("code", said.get().status().code());
        if (!reason.isEmpty()) {
            details.put("reason", reason);
        }
        journal.record(new Entry(PaymentInstructions.ENTITY, payment.id(), payment.status().name(), "REPORT_" + next.get(), next.get().name(),
                context.interchange(), context.message(), Set.of(instruction.orgId()), details));
        if (next.get() == Status.REJECTED) {
            incidents.raise(new NewIncident(Cause.PAYMENT_REJECTED, instruction.orgId(), context.interchange(), context.message(),
                    Map.of("subject", payment.id().toString(), "number", payment.endToEndId(), "amount", payment.amount().toString(),
                            "reason", reason.isEmpty() ? "–" : reason), null));
        }
        return true;
    }

    private static String text(Reason reason) {
        return Stream.of(reason.code(), reason.text()).filter(part -> part != null).collect(Collectors.joining(" "));
    }
}
