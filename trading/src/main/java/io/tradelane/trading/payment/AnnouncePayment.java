package io.tradelane.trading.payment;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument.Adjustment;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.invoice.InvoicePayments;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.Agreements;
import io.tradelane.trading.payment.RemittanceRepository.NewCase;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.TransientFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The command behind {@link RemittanceAdvices#apply}. */
@Component
class AnnouncePayment {
    /** ISO 4217 "no currency": the message names none, so that of the documents counts. */
    private static final String NO_CURRENCY = "XXX";
    private final RemittanceRepository repository;
    private final Arrivals arrivals;
    private final InvoicePayments invoices;
    private final Journal journal;
    private final Agreements agreements;
    private final Outbox outbox;

    AnnouncePayment(
            RemittanceRepository repository, Arrivals arrivals, InvoicePayments invoices, Journal journal, Agreements agreements, Outbox outbox) {
        this.repository = repository;
        this.arrivals = arrivals;
        this.invoices = invoices;
        this.journal = journal;
        this.agreements = agreements;
        this.outbox = outbox;
    }

    /** @param document the invoice or credit note; {@code null} when it is not here */
    record Named(UUID id, Announcement said, @Nullable UUID document) {}

    ApplyResult apply(RemittanceAdviceDocument document, Parties parties, @Nullable UUID request, MessageContext context) {
        if (!context.speaksFor(parties.buyer())) {
            return new ApplyResult.Rejected(List.of(Refusal.WRONG_SENDER.error("buyer")));
        }
        if (document.items().isEmpty()) {
            return new ApplyResult.Rejected(List.of(Refusal.NO_LINES.error()));
        }
        Optional<List<Announcement>> said = Announcement.of(document);
        if (said.isEmpty()) {
            return new ApplyResult.Rejected(List.of(Refusal.TOTALS_DIFFER.error(Announcement.inOneCurrency(document)
                    ? "the documents less what is deducted are not " + document.total() : "amounts in several currencies")));
        }
        byte[] hash = ContentHash.of(document);
        Optional<RemittanceRepository.Standing> standing = repository.standing(parties, document.number());
        if (standing.isPresent()) {
            return ContentHash.same(standing.get().contentHash(), hash)
                    ? new ApplyResult.NoEffect("the remittance advice stands already", standing.get().id())
                    : new ApplyResult.Held(HoldReason.CONTENT_CONFLICT, "remittance advice " + document.number() + " came before with other content");
        }
        List<Named> items = said.get().stream()
                .map(one -> new Named(Ids.next(), one, repository.document(parties, one).orElse(null)))
                .toList();
        String missing = items.stream().filter(item -> item.document() == null && !item.said().setOff())
                .map(item -> item.said().item().documentNumber()).distinct().collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return new ApplyResult.Held(HoldReason.UNKNOWN_INVOICE, missing);
        }
        List<UUID> documents = items.stream().map(Named::document).filter(Objects::nonNull).distinct().sorted().toList();
        documents.forEach(invoices::lock);
        Set<String> currencies = documents.stream().map(invoice -> repository.payable(invoice).currency()).collect(Collectors.toSet());
        String currency = document.total().currency().equals(NO_CURRENCY) && currencies.size() == 1
                ? currencies.iterator().next() : document.total().currency();
        if (currencies.stream().anyMatch(other -> !other.equals(currency))) {
            return new ApplyResult.Held(HoldReason.NOT_COMPARABLE, currency + " ≠ " + String.join(", ", currencies));
        }
        return new ApplyResult.Applied(carryOut(document, parties, items, currency, hash, request, context));
    }

    private UUID carryOut(
            RemittanceAdviceDocument document, Parties parties, List<Named> items, String currency, byte[] hash, @Nullable UUID request,
            MessageContext context) {
        UUID id = Ids.next();
        if (!repository.insert(id, document, parties, currency, hash, request, context)) {
            throw new TransientFailure("remittance advice " + document.number() + " is being applied");
        }
        repository.insertItems(id, parties, items);
        journal.record(new Entry(RemittanceAdvices.ENTITY, id, null, "ANNOUNCE", RemittanceView.Status.ANNOUNCED.name(), context.interchange(),
                context.message(), Set.of(parties.buyer(), parties.supplier()), Map.of("number", document.number(), "amount",
                        Figures.money(document.total().amount(), currency).toString())));
        arrivals.cameBefore(id, document.paymentReference(), context);
        List<Named> paying = items.stream().filter(item -> item.document() != null && !item.said().setOff()).toList();
        paying.forEach(item -> invoices.announced(Objects.requireNonNull(item.document()), details(document, item, currency), context));
        Stream.of(deductions(document, items), tooMuch(paying), unknown(items)).flatMap(List::stream)
                .forEach(found -> repository.insertCase(id, parties, currency, found));
        if (agreements.outbound(parties.buyer(), parties.supplier(), DocumentType.REMITTANCE_ADVICE).isPresent()) {
            outbox.enqueue(new OutboundDocument(parties.buyer(), parties.supplier(), document, document.number(), context.interchange(),
                    context.message(), "remittance-advice:" + id));
        }
        return id;
    }

    private static Map<String, String> details(RemittanceAdviceDocument document, Named item, String currency) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("advice", document.number());
        details.put("amount", Figures.money(item.said().announced(), currency).toString());
        details.put("paymentOn", String.valueOf(document.paymentDate() == null ? document.issueDate() : document.paymentDate()));
        if (document.paymentReference() != null) {
            details.put("paymentReference", document.paymentReference());
        }
        return details;
    }

    private static List<NewCase> deductions(RemittanceAdviceDocument document, List<Named> items) {
        return Stream.concat(
                        items.stream().flatMap(item -> item.said().item().adjustments().stream().map(adjustment -> deduction(item, adjustment))),
                        document.adjustments().stream().map(adjustment -> deduction(null, adjustment)))
                .filter(found -> found.amount().signum() != 0)
                .toList();
    }

    private static NewCase deduction(@Nullable Named item, Adjustment adjustment) {
        return new NewCase(RemittanceCase.Reason.DEDUCTION, item == null ? null : item.document(), item == null ? null : item.said().item().documentNumber(),
                adjustment.code(), adjustment.text(), adjustment.amount().amount());
    }

    /** What all announcements together promise beyond what is open. */
    private List<NewCase> tooMuch(List<Named> paying) {
        Map<UUID, List<Named>> byInvoice = paying.stream().collect(Collectors.groupingBy(item -> Objects.requireNonNull(item.document()),
                LinkedHashMap::new, Collectors.toList()));
        List<NewCase> cases = new ArrayList<>();
        byInvoice.forEach((invoice, items) -> {
            BigDecimal announced = items.stream().map(item -> item.said().announced()).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal beyond = repository.payable(invoice).open().negate().min(announced);
            if (beyond.signum() > 0) {
                cases.add(new NewCase(RemittanceCase.Reason.MORE_THAN_OPEN, invoice, items.getFirst().said().item().documentNumber(), null, null, beyond));
            }
        });
        return cases;
    }

    private static List<NewCase> unknown(List<Named> items) {
        return items.stream().filter(item -> item.document() == null)
                .map(item -> new NewCase(RemittanceCase.Reason.UNKNOWN_DOCUMENT, null, item.said().item().documentNumber(), null, null,
                        item.said().announced().negate()))
                .toList();
    }
}
