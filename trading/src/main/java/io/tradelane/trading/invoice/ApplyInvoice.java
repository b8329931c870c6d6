package io.tradelane.trading.invoice;

import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.shared.TransientFailure;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The command behind {@link Invoices#apply}. */
@Component
class ApplyInvoice {
    private final OrderLines orders;
    private final InvoiceRepository invoices;
    private final MatchInvoice matching;
    private final CreditNotes creditNotes;
    private final Journal journal;
    private final Outbox outbox;
    private final Clock clock;

    ApplyInvoice(
            OrderLines orders, InvoiceRepository invoices, MatchInvoice matching, CreditNotes creditNotes,
            Journal journal,
            Outbox outbox, Clock clock) {
        this.orders = orders;
        this.invoices = invoices;
        this.matching = matching;
        this.creditNotes = creditNotes;
        this.journal = journal;
        this.outbox = outbox;
        this.clock = clock;
    }

    ApplyResult apply(InvoiceDocument document, Parties parties, MessageContext context) {
        List<ApplicationError> refusals = refusals(document, parties, context);
        if (!refusals.isEmpty()) {
            return new ApplyResult.Rejected(refusals);
        }
        Set<String> numbers = InvoiceLines.orderNumbers(document);
        List<BookableOrder> booked = orders.lock(parties, numbers);
        byte[] hash = ContentHash.of(document);
        Optional<InvoiceRepository.Standing> standing =
                invoices.standing(parties.supplier(), document.number(), document.issueDate().getYear());
        if (standing.isPresent()) {
            return ContentHash.same(standing.get().contentHash(), hash)
                    ? new ApplyResult.NoEffect("the invoice stands already", standing.get().id())
                    : new ApplyResult.Held(HoldReason.CONTENT_CONFLICT, "invoice " + document.number()
                            + " came before with other content");
        }
        if (booked.size() < numbers.size()) {
            Set<String> missing = new HashSet<>(numbers);
            booked.forEach(order -> missing.remove(order.number()));
            return new ApplyResult.Held(HoldReason.UNKNOWN_ORDER, String.join(", ", missing));
        }
        if (booked.stream().anyMatch(order -> !order.currency().equals(document.currency()))) {
            return new ApplyResult.Rejected(List.of(Refusal.CURRENCY_DIFFERS.error(document.currency())));
        }
        boolean credit = document.kind() == InvoiceDocument.Kind.CREDIT_NOTE;
        Optional<UUID> preceding = document.precedingInvoice() == null ? Optional.empty()
                : invoices.find(parties.buyer(), parties.supplier(), document.precedingInvoice());
        if (credit && preceding.isEmpty()) {
            return new ApplyResult.Held(HoldReason.UNKNOWN_INVOICE, String.valueOf(document.precedingInvoice()));
        }
        return new ApplyResult.Applied(carryOut(document, parties, booked, preceding.orElse(null), hash, context));
    }

    private static List<ApplicationError> refusals(InvoiceDocument document, Parties parties, MessageContext context) {
        List<ApplicationError> errors = new ArrayList<>();
        if (!context.speaksFor(parties.supplier())) {
            errors.add(Refusal.WRONG_SENDER.error("supplier"));
        }
        if (document.lines().isEmpty()) {
            errors.add(Refusal.NO_LINES.error());
        }
        document.lines().stream()
                .filter(line -> line.quantity().value().signum() <= 0)
                .forEach(line -> errors.add(Refusal.QUANTITY_NOT_POSITIVE.onLine(line.lineNumber())));
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(document.currency()))) {
            errors.add(Refusal.UNKNOWN_CURRENCY.error(document.currency()));
        } else if (!InvoiceAmounts.inOneCurrency(document)) {
            errors.add(Refusal.TOTALS_DIFFER.error("amounts in several currencies"));
        } else if (!document.lines().isEmpty()) {
            InvoiceAmounts.contradiction(document).ifPresent(words -> errors.add(Refusal.TOTALS_DIFFER.error(words)));
        }
        return errors;
    }

    private UUID carryOut(
            InvoiceDocument document, Parties parties, List<BookableOrder> booked, @Nullable UUID preceding,
            byte[] hash, MessageContext context) {
        boolean credit = document.kind() == InvoiceDocument.Kind.CREDIT_NOTE;
        InvoiceAmounts amounts = InvoiceAmounts.of(document);
        InvoiceRow invoice = header(Ids.next(), document, parties, booked, preceding, amounts, hash, context);
        if (!invoices.insert(invoice)) {
            throw new TransientFailure("invoice " + document.number() + " is being applied");
        }
        List<InvoiceLineRow> lines = InvoiceLines.rows(invoice.id(), document, parties, amounts, credit ? List.of()
                : booked,
                LineVerdict.WAITING_RECEIPT);
        lines = credit ? lines.stream().map(line -> line.paidInFull(LineVerdict.MATCHED)).toList() : lines;
        invoices.insertLines(lines);
        journal.record(new Entry(Invoices.ENTITY, invoice.id(), null, "RECEIVE", InvoiceStatus.RECEIVED.name(),
                context.interchange(),
                context.message(), Set.of(parties.buyer(), parties.supplier()), Map.of(
                        "number", document.number(), "payable", amounts.payable().toString(), "kind",
                        document.kind().name())));
        if (credit) {
            creditNotes.apply(invoice, amounts, context);
        } else {
            List<OrderLines.Advance> billed = InvoiceLines.billed(lines, MatchInvoice.byId(booked));
            if (!booked.isEmpty()) {
                orders.advance(booked.stream().map(BookableOrder::id).toList(), billed, OrderLines.Happening.INVOICED,
                        Map.of("invoice", document.number()), context);
            }
            matching.match(invoice, lines, booked, "MATCH", context);
        }
        forward(invoice, document, lines, context);
        return invoice.id();
    }

    private InvoiceRow header(
            UUID id, InvoiceDocument document, Parties parties, List<BookableOrder> booked, @Nullable UUID preceding,
            InvoiceAmounts amounts,
            byte[] hash, MessageContext context) {
        int year = document.issueDate().getYear();
        OffsetDateTime now = OffsetDateTime.now(clock);
        String reference = document.creditorReference() != null && !document.creditorReference().isBlank()
                ? CreditorReference.normalised(document.creditorReference())
                : CreditorReference.of(document.number(), year);
        return new InvoiceRow(id, parties.buyer(), parties.supplier(), document.number(), year, document.kind(),
                booked.size() == 1 ? booked.getFirst().id() : null,
                booked.size() == 1 ? booked.getFirst().number() : document.orderNumber(),
                document.despatchAdviceNumber(), document.precedingInvoice(), preceding, document.issueDate(),
                document.dueDate() != null ? document.dueDate() : document.issueDate().plusDays(30),
                document.supplyDate(),
                document.currency(), amounts.net().amount(), amounts.tax().amount(), amounts.payable().amount(),
                BigDecimal.ZERO,
                BigDecimal.ZERO, reference, document.payeeAccount(), document.paymentTerms(), document.note(),
                InvoiceStatus.MATCHING,
                document.lines().size(), hash, Tenancy.current().source().name(), context.interchange(),
                context.message(), now, now, 1);
    }

    private void forward(InvoiceRow invoice, InvoiceDocument document, List<InvoiceLineRow> lines,
            MessageContext context) {
        outbox.enqueue(new OutboundDocument(invoice.supplierOrgId(), invoice.buyerOrgId(),
                InvoiceLines.forwarded(document, invoice.creditorReference(), lines), document.number(), context.interchange(),
                context.message(), "invoic:" + invoice.id()));
    }
}
