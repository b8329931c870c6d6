package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.BmecatParties;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.OpenTransValues;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Kind;
import io.tradelane.trading.document.InvoiceDocument.Line;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** openTRANS INVOICE and {@link InvoiceDocument}. */
public final class OpenTransInvoiceMapping implements XmlMapping<InvoiceDocument> {
    private static final int HOLDER = 50;
    private static final String[] REFERENCES = {"issuerRef", "recipientRef", "buyerRef", "supplierRef"};

    @Override
    public String name() {
        return "opentrans-invoice";
    }

    @Override
    public DocumentType type() {
        return DocumentType.INVOICE;
    }

    @Override
    public @Nullable InvoiceDocument read(Row row, MappingReport report) {
        if (row.text("number") == null || row.date("issueDate") == null) {
            return null;
        }
        String currency = UblValues.currency(row, report);
        List<Line> lines = lines(row, currency, report);
        InvoiceDocument.Totals totals = OpenTransTotals.read(row, lines, currency, report);
        return totals == null ? null : new InvoiceDocument(
                row.text("number"), kind(row, report), row.date("issueDate"), row.date("dueDate"), row.date("delivery"), currency, null,
                row.text("orderNumber"), row.text("despatchAdvice"), null, null, row.text("account"), BmecatParties.read(row, REFERENCES),
                row.text("paymentTerms") == null ? row.text("conditions") : row.text("paymentTerms"), row.text("note"),
                OpenTransTotals.allowances(row, currency, report), lines, OpenTransTotals.taxes(row, currency), totals);
    }

    private static Kind kind(Row row, MappingReport report) {
        String kind = row.text("kind");
        return switch (kind == null ? "invoice" : kind) {
            case "invoice", "invoice_copy" -> Kind.INVOICE;
            case "credit_memo" -> Kind.CREDIT_NOTE;
            case "advice_of_amendment" -> Kind.CORRECTED;
            default -> {
                report.add(MappingError.CODE_ASSUMED, row, "kind", kind, "invoice");
                yield Kind.INVOICE;
            }
        };
    }

    private static List<Line> lines(Row row, String currency, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        OpenTransValues.checkLines(row, report);
        for (Row line : row.rows("lines")) {
            Quantity quantity = OpenTransValues.quantity(line);
            Money net = OpenTransValues.amount(line, currency);
            if (net == null) {
                report.add(MappingError.AMOUNT_MISSING, line, "amount", line.text("number"), "PRICE_LINE_AMOUNT");
            }
            if (quantity != null && net != null && line.text("number") != null) {
                lines.add(new Line(
                        line.text("number"), line.text("orderNumber"), OpenTransValues.orderLine(line), OpenTransValues.item(line, report), quantity,
                        OpenTransValues.price(line, quantity, currency, report), net, OpenTransTotals.percent(line.decimal("tax")),
                        OpenTransTotals.category(line.text("taxCategory"), line.decimal("tax")), List.of()));
            }
        }
        return List.copyOf(lines);
    }

    @Override
    public void write(InvoiceDocument invoice, Row row) {
        row.set("number", invoice.number()).set("issueDate", invoice.issueDate()).set("currency", OpenTransValues.currency(invoice.currency()));
        row.set("kind", switch (invoice.kind()) {
            case INVOICE, DEBIT_NOTE, SELF_BILLED -> "invoice";
            case CREDIT_NOTE -> "credit_memo";
            case CORRECTED -> "advice_of_amendment";
        });
        row.set("orderNumber", invoice.orderNumber()).set("despatchAdvice", invoice.despatchAdviceNumber());
        row.set("delivery", invoice.supplyDate()).set("latest", invoice.supplyDate());
        row.set("conditions", invoice.paymentTerms()).set("note", invoice.note());
        BmecatParties.write(parties(invoice), row, REFERENCES);
        if (invoice.payeeAccount() != null) {
            row.set("account", invoice.payeeAccount()).set("dueDate", invoice.dueDate());
            String holder = invoice.party(PartyRole.SUPPLIER).map(Party::name).orElse(invoice.payeeAccount());
            row.set("holder", holder.substring(0, Math.min(holder.length(), HOLDER)));
        }
        for (Line line : invoice.lines()) {
            Row target = row.add("lines");
            OpenTransValues.write(line.lineNumber(), line.item(), line.quantity(), target);
            OpenTransValues.write(price(line), line.net(), target);
            target.set("tax", OpenTransTotals.factor(line.taxRate())).set("taxType", line.taxRate() == null ? null : "vat");
            target.set("taxCategory", OpenTransTotals.category(line.taxCategory()));
            OpenTransValues.writeOrder(
                    line.orderNumber() == null && line.orderLineNumber() != null ? invoice.orderNumber() : line.orderNumber(), line.orderLineNumber(), target);
        }
        row.set("count", BigDecimal.valueOf(invoice.lines().size()));
        OpenTransTotals.write(invoice, row);
    }

    /** A line has to have a price: the amount for the quantity is one. */
    private static Price price(Line line) {
        return line.price() != null ? line.price()
                : line.quantity().isZero() ? Price.each(line.net(), line.quantity().unit()) : new Price(line.net(), line.quantity());
    }

    /** Issuer and recipient have to be named; where nobody else is, they are supplier and buyer. */
    private static List<Party> parties(InvoiceDocument invoice) {
        List<Party> parties = new ArrayList<>(invoice.parties());
        as(invoice, PartyRole.SUPPLIER, PartyRole.INVOICER, parties);
        as(invoice, PartyRole.BUYER, PartyRole.INVOICEE, parties);
        return parties;
    }

    private static void as(InvoiceDocument invoice, PartyRole from, PartyRole role, List<Party> parties) {
        if (invoice.party(role).isEmpty()) {
            invoice.party(from).ifPresent(party -> parties.add(
                    new Party(role, party.identifiers(), party.name(), party.address(), party.contact())));
        }
    }
}
