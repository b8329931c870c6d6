package io.tradelane.portal.exchange;

import io.tradelane.portal.exchange.Digest.Fact;
import io.tradelane.portal.frame.Formats;
import io.tradelane.portal.frame.Words;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.document.PaymentNotificationDocument;
import io.tradelane.trading.document.RemittanceAdviceDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the readable overview of each kind of document. */
@Component
public class DigestMaker {
    private static final String NOTHING = "–";
    private final Formats formats;
    private final Words words;

    DigestMaker(Formats formats, Words words) {
        this.formats = formats;
        this.words = words;
    }

    public Digest of(BusinessDocument document) {
        return switch (document) {
            case OrderDocument order -> order(order);
            case OrderResponseDocument response -> response(response);
            case DespatchAdviceDocument advice -> advice(advice);
            case InvoiceDocument invoice -> invoice(invoice);
            case RemittanceAdviceDocument remittance -> remittance(remittance);
            case PaymentNotificationDocument notification -> notification(notification);
            case SyntaxAcknowledgementDocument syntax -> syntax(syntax);
            case ApplicationAcknowledgementDocument application -> application(application);
            default -> new RecordDigest(formats, words).of(document, head(document));
        };
    }

    private Digest order(OrderDocument order) {
        return new Digest(
                with(head(order), fact("order.kind", words.of(order.kind())), fact("order.requested", formats.date(order.requestedDelivery())),
                        fact("order.paymentTerms", order.paymentTerms()), fact("order.amount", formats.money(order.total())), fact("order.note", order.note())),
                List.of("line.number", "line.item", "line.ordered", "line.price", "line.amount", "line.delivery"),
                List.of(2, 3, 4),
                order.lines().stream().map(line -> List.of(line.lineNumber(), item(line.item()), quantity(line.quantity()),
                        formats.price(line.price()), formats.money(line.amount()), formats.date(line.requestedDelivery()))).toList());
    }

    private Digest response(OrderResponseDocument response) {
        return new Digest(
                with(head(response), fact("order.number", response.orderNumber()), fact("order.supplierNumber", response.supplierOrderNumber()),
                        fact("digest.decision", words.of(response.decision())), fact("order.note", response.note())),
                List.of("line.number", "digest.decision", "line.item", "line.confirmed", "line.price", "line.delivery", "response.reason"),
                List.of(3, 4),
                response.lines().stream().map(line -> List.of(line.lineNumber(), words.of(line.decision()), item(line.item()), quantity(line.quantity()),
                        formats.price(line.price()), formats.date(line.promisedDelivery()), text(line.reason()))).toList());
    }

    private Digest advice(DespatchAdviceDocument advice) {
        return new Digest(
                with(head(advice), fact("order.number", advice.orderNumber()),
                        fact("shipment.despatched", advice.despatchedAt() == null ? null : formats.time(advice.despatchedAt().toInstant())),
                        fact("shipment.arrival", formats.date(advice.estimatedArrival())), fact("shipment.carrier", advice.carrierReference())),
                List.of("shipment.package", "line.item", "line.shipped", "shipment.batch"),
                List.of(2),
                advice.packages().stream().flatMap(pack -> pack.lines().stream()
                        .map(line -> List.of(text(pack.sscc()), item(line.item()), quantity(line.shipped()), text(line.batch())))).toList());
    }

    private Digest invoice(InvoiceDocument invoice) {
        return new Digest(
                with(head(invoice), fact("order.kind", words.of(invoice.kind())), fact("order.number", invoice.orderNumber()),
                        fact("invoice.due", formats.date(invoice.dueDate())), fact("invoice.reference", invoice.creditorReference()),
                        fact("invoice.payable", formats.money(invoice.totals().payable())), fact("order.note", invoice.note())),
                List.of("line.number", "line.item", "invoice.quantity", "line.price", "line.amount"),
                List.of(2, 3, 4),
                invoice.lines().stream().map(line -> List.of(line.lineNumber(), item(line.item()), quantity(line.quantity()),
                        formats.price(line.price()), formats.money(line.net()))).toList());
    }

    private Digest remittance(RemittanceAdviceDocument remittance) {
        return new Digest(
                with(head(remittance), fact("digest.paidOn", formats.date(remittance.paymentDate())),
                        fact("payment.reference", remittance.paymentReference()), fact("order.amount", formats.money(remittance.total()))),
                List.of("document.number", "invoice.payable", "digest.paid", "response.reason"),
                List.of(1, 2),
                remittance.items().stream().map(item -> List.of(item.documentNumber(), formats.money(item.due()), formats.money(item.paid()),
                        text(adjustments(item.adjustments())))).toList());
    }

    private @Nullable String adjustments(List<RemittanceAdviceDocument.Adjustment> adjustments) {
        return adjustments.isEmpty() ? null : adjustments.stream()
                .map(adjustment -> Stream.of(formats.money(adjustment.amount()), adjustment.code(), adjustment.text())
                        .filter(Objects::nonNull).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    private Digest notification(PaymentNotificationDocument notification) {
        return new Digest(
                head(notification),
                List.of("payment.reference", "digest.account", "order.amount", "digest.endToEnd", "invoice.reference", "digest.debtor"),
                List.of(2),
                notification.entries().stream().map(entry -> List.of(entry.reference(), entry.account(), formats.money(entry.amount()),
                        text(entry.endToEndId()), text(entry.creditorReference()), text(entry.debtorName()))).toList());
    }

    private Digest syntax(SyntaxAcknowledgementDocument syntax) {
        return new Digest(
                with(head(syntax), fact("document.reference", syntax.interchangeReference()), fact("digest.decision", words.of(syntax.action()))),
                List.of("digest.message", "document.type", "digest.decision", "digest.errors"),
                List.of(),
                syntax.messages().stream().map(message -> List.of(message.reference(), message.identifier(), words.of(message.action()),
                        message.errors().isEmpty() ? NOTHING : message.errors().stream().map(error -> error.code()
                                + (error.segmentPosition() == null ? "" : " #" + error.segmentPosition())).collect(Collectors.joining(", ")))).toList());
    }

    private Digest application(ApplicationAcknowledgementDocument application) {
        return new Digest(
                with(head(application), fact("document.number", application.documentNumber()),
                        fact("digest.decision", words.text(application.accepted() ? "digest.accepted" : "digest.refused"))),
                List.of("line.number", "finding.code", "digest.errors"),
                List.of(),
                application.errors().stream().map(error -> List.of(text(error.lineNumber()), error.code(), error.text())).toList());
    }

    private List<Fact> head(BusinessDocument document) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("document.number", document.number()));
        facts.add(new Fact("digest.date", formats.date(document.issueDate())));
        document.parties().forEach(party -> facts.add(new Fact("PartyRole." + party.role().name(), Stream.of(
                        party.name(), party.identifiers().isEmpty() ? null : party.identifiers().getFirst().value())
                .filter(Objects::nonNull).collect(Collectors.joining(" · ")))));
        return facts;
    }

    private static List<Fact> with(List<Fact> facts, Fact... more) {
        Stream.of(more).filter(fact -> !fact.value().isEmpty() && !fact.value().equals(NOTHING)).forEach(facts::add);
        return facts;
    }

    private static Fact fact(String label, @Nullable String value) {
        return new Fact(label, value == null ? "" : value);
    }

    private String quantity(@Nullable Quantity quantity) {
        return quantity == null ? NOTHING : formats.number(quantity.value()) + " " + formats.unit(quantity.unit());
    }

    private static String item(Item item) {
        return Stream.of(item.description(), item.supplierArticle(), item.buyerArticle(), item.gtin())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private static String text(@Nullable String text) {
        return text == null || text.isBlank() ? NOTHING : text;
    }
}
