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
import java.util.ArrayList;
import java.util.HashMap;
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
        Told told = Told.of(document);
        List<Change> changes = repository.of(instruction.id()).stream().flatMap(payment -> change(payment, told).stream()).toList();
        repository.update(changes, document.createdAt());
        journal.record(changes.stream().map(change -> entry(instruction, change, context)).toList());
        changes.stream().filter(change -> change.next() == Status.REJECTED).forEach(change -> raise(instruction, change, context));
        if (agreements.outbound(bank, instruction.orgId(), DocumentType.PAYMENT_STATUS).isPresent()) {
            outbox.enqueue(new OutboundDocument(bank, instruction.orgId(), document, document.instructionNumber(), context.interchange(),
                    context.message(), "payment-status:" + instruction.id() + ":" + document.number()));
        }
        return changes.isEmpty() ? new ApplyResult.NoEffect("the bank says nothing new", instruction.id()) : new ApplyResult.Applied(instruction.id());
    }

    private record Said(PaymentStatusDocument.Status status, List<Reason> reasons) {
        static Said of(Transaction one) {
            return new Said(one.status(), one.reasons());
        }
    }

    /** What a payment becomes. */
    record Change(InstructedPayment payment, PaymentStatusDocument.Status said, Status next, @Nullable String reason) {}

    /** What the report says of payments by their end-to-end id, of batches, and of all. */
    private record Told(Map<String, List<Transaction>> payments, Map<String, Said> batches, Optional<Said> all) {

        static Told of(PaymentStatusDocument document) {
            Map<String, List<Transaction>> payments = new HashMap<>();
            Map<String, Said> batches = new HashMap<>();
            for (Transaction one : document.transactions()) {
                if (one.endToEndId() != null) {
                    payments.computeIfAbsent(one.endToEndId(), absent -> new ArrayList<>()).add(one);
                } else if (one.batchNumber() != null) {
                    batches.putIfAbsent(one.batchNumber(), Said.of(one));
                }
            }
            PaymentStatusDocument.Status status = document.status();
            return new Told(payments, batches, status == null ? Optional.empty() : Optional.of(new Said(status, document.reasons())));
        }

        /** Of the payment itself, else of its batch, else of all. */
        Optional<Said> of(InstructedPayment payment) {
            return payments.getOrDefault(payment.endToEndId(), List.of()).stream()
                    .filter(one -> one.batchNumber() == null || one.batchNumber().equals(payment.batch()))
                    .findFirst()
                    .map(Said::of)
                    .or(() -> Optional.ofNullable(batches.get(payment.batch())))
                    .or(() -> all);
        }
    }

    private static Optional<Change> change(InstructedPayment payment, Told told) {
        return told.of(payment).flatMap(said -> Status.of(said.status()).filter(payment.status()::mayBecome).map(next -> {
            String reason = said.reasons().stream().map(ApplyPaymentStatus::text).collect(Collectors.joining("; "));
            return new Change(payment, said.status(), next, reason.isEmpty() ? null : reason);
        }));
    }

    private static Entry entry(Instruction instruction, Change change, MessageContext context) {
        InstructedPayment payment = change.payment();
        Map<String, String> details = new LinkedHashMap<>();
        details.put("endToEndId", payment.endToEndId());
        details.put("code", change.said().code());
        if (change.reason() != null) {
            details.put("reason", change.reason());
        }
        return new Entry(PaymentInstructions.ENTITY, payment.id(), payment.status().name(), "REPORT_" + change.next(), change.next().name(),
                context.interchange(), context.message(), Set.of(instruction.orgId()), details);
    }

    private void raise(Instruction instruction, Change change, MessageContext context) {
        InstructedPayment payment = change.payment();
        incidents.raise(new NewIncident(Cause.PAYMENT_REJECTED, instruction.orgId(), context.interchange(), context.message(),
                Map.of("subject", payment.id().toString(), "number", payment.endToEndId(), "amount", payment.amount().toString(),
                        "reason", change.reason() == null ? "–" : change.reason()), null));
    }

    private static String text(Reason reason) {
        return Stream.of(reason.code(), reason.text()).filter(part -> part != null).collect(Collectors.joining(" "));
    }
}
