package io.tradelane.trading.invoice;

import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceResponseDocument;
import io.tradelane.trading.document.InvoiceResponseDocument.Clarification;
import io.tradelane.trading.document.InvoiceResponseDocument.Status;
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
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.Agreements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The command behind {@link Invoices#apply(InvoiceResponseDocument, Parties, MessageContext)}. */
@Component
class ApplyInvoiceResponse {
    private final InvoiceRepository invoices;
    private final BuyerAnswerRepository answers;
    private final Journal journal;
    private final Incidents incidents;
    private final Agreements agreements;
    private final Outbox outbox;

    ApplyInvoiceResponse(InvoiceRepository invoices, BuyerAnswerRepository answers, Journal journal, Incidents incidents, Agreements agreements, Outbox outbox) {
        this.invoices = invoices;
        this.answers = answers;
        this.journal = journal;
        this.incidents = incidents;
        this.agreements = agreements;
        this.outbox = outbox;
    }

    ApplyResult apply(InvoiceResponseDocument document, Parties parties, MessageContext context) {
        if (!context.speaksFor(parties.buyer())) {
            return new ApplyResult.Rejected(List.of(Refusal.WRONG_SENDER.error("buyer")));
        }
        Optional<InvoiceRow> found = invoices.find(parties.buyer(), parties.supplier(), document.invoiceNumber()).flatMap(invoices::lock);
        if (found.isEmpty()) {
            return new ApplyResult.Held(HoldReason.UNKNOWN_INVOICE, document.invoiceNumber());
        }
        InvoiceRow invoice = found.get();
        byte[] hash = ContentHash.of(document);
        Optional<byte[]> before = answers.contentHash(invoice.id(), document.number());
        if (before.isPresent()) {
            return ContentHash.same(before.get(), hash)
                    ? new ApplyResult.NoEffect("the answer is applied already", invoice.id())
                    : new ApplyResult.Held(HoldReason.CONTENT_CONFLICT, "answer " + document.number() + " came before with other content");
        }
        List<BuyerAnswer> given = answers.of(invoice.id());
        BuyerAnswer last = given.isEmpty() ? null : given.getLast();
        Status stands = last == null ? null : last.status();
        boolean partial = last != null && BuyerAnswer.partial(last.status(), last.clarifications());
        if (!BuyerAnswer.follows(stands, partial, document.status())) {
            boolean repeats = document.status() == stands || !BuyerAnswer.ended(stands, partial);
            return repeats ? new ApplyResult.NoEffect("a later answer came before", invoice.id())
                    : new ApplyResult.Held(HoldReason.ILLEGAL_TRANSITION, document.status().code() + " after " + (stands == null ? "nothing" : stands.code()));
        }
        UUID answer = answers.insert(invoice, document, hash, context);
        Map<String, String> details = details(document);
        journal.record(new Entry(Invoices.ENTITY, invoice.id(), stands == null ? null : stands.name(), "ANSWER_" + document.status(),
                document.status().name(), context.interchange(), context.message(), Set.of(invoice.buyerOrgId(), invoice.supplierOrgId()), details));
        if (document.status() == Status.UNDER_QUERY || document.status() == Status.REJECTED) {
            incidents.raise(new NewIncident(document.status() == Status.REJECTED ? Cause.INVOICE_REFUSED : Cause.INVOICE_QUERIED, invoice.supplierOrgId(),
                    context.interchange(), context.message(), Map.of("subject", invoice.id().toString(), "number", invoice.number(), "reason", details.getOrDefault("reason", "–")), null));
        }
        if (agreements.outbound(invoice.buyerOrgId(), invoice.supplierOrgId(), DocumentType.INVOICE_RESPONSE).isPresent()) {
            outbox.enqueue(new OutboundDocument(invoice.buyerOrgId(), invoice.supplierOrgId(), document, invoice.number(), context.interchange(),
                    context.message(), "invoice-response:" + answer));
        }
        return new ApplyResult.Applied(invoice.id());
    }

    private static Map<String, String> details(InvoiceResponseDocument document) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("response", document.number());
        String reason = document.clarifications().stream().map(ApplyInvoiceResponse::text).collect(Collectors.joining("; "));
        if (!reason.isEmpty()) {
            details.put("reason", reason);
        }
        if (document.note() != null) {
            details.put("note", document.note());
        }
        return details;
    }

    private static String text(Clarification said) {
        return said.text() == null ? said.code() : said.code() + " " + said.text();
    }
}
