package io.tradelane.mappings.invoice;

import io.tradelane.mappings.shared.idoc.IdocMapping;
import io.tradelane.mappings.shared.idoc.Items;
import io.tradelane.mappings.shared.idoc.Partners;
import io.tradelane.mappings.shared.idoc.References;
import io.tradelane.mappings.shared.idoc.Terms;
import io.tradelane.mappings.shared.idoc.Texts;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.mappings.syntax.idoc.IdocUnwritable;
import io.tradelane.trading.document.AllowanceCharge;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Kind;
import io.tradelane.trading.document.InvoiceDocument.Line;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.document.InvoiceDocument.Totals;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IDoc INVOIC: invoices and credit notes. */
public final class IdocInvoiceMapping implements IdocMapping<InvoiceDocument> {
    private static final String NOTE = "E1EDKT1";
    private static final String NOTE_LINE = "E1EDKT2";
    private static final int WIDTH = 70;
    private static final String PRECEDING = "011";
    private static final String PAYMENT = "087";

    @Override
    public DocumentType type() {
        return DocumentType.INVOICE;
    }

    @Override
    public String messageType() {
        return "INVOIC";
    }

    @Override
    public List<String> basicTypes() {
        return List.of("INVOIC02", "INVOIC01");
    }

    @Override
    public @Nullable InvoiceDocument read(Idoc idoc) {
        IdocSegment header = idoc.segment("E1EDK01");
        if (header == null) {
            return null;
        }
        Values values = Values.of(idoc, header);
        String number = Values.number(either(number(idoc, References.INVOICE), header.key("BELNR")), idoc, header, "BELNR");
        List<IdocSegment> dates = idoc.segments("E1EDK03");
        LocalDate issued = Values.issueDate(Values.date(dates, "026", "012", "024", "011"), idoc, header);
        IdocInvoiceLines lines = new IdocInvoiceLines(idoc, values);
        List<Line> read = lines.read();
        List<AllowanceCharge> allowances = IdocAllowances.read(idoc.segments("E1EDK05"), values);
        List<Tax> taxes = IdocTotals.taxes(idoc, values, read, allowances);
        Totals totals = IdocTotals.totals(idoc, header, values, read, allowances, taxes);
        IdocSegment buyer = idoc.segment("E1EDKA1", "PARVW", "AG");
        IdocSegment bank = idoc.segment("E1EDK28");
        if (number == null || totals == null) {
            return null;
        }
        return new InvoiceDocument(
                number, kind(header, idoc), issued, Terms.due(idoc, issued), Values.date(dates, "001"), values.currency(),
                buyer == null ? null : buyer.text("IHREZ"), either(number(idoc, References.ORDER), lines.order()),
                either(number(idoc, References.DELIVERY), lines.delivery()), number(idoc, PRECEDING), number(idoc, PAYMENT),
                bank == null ? null : bank.text("ACNUM"), Partners.read(idoc, header, false), Terms.read(idoc, header),
                Texts.read(idoc.segments(), NOTE, NOTE_LINE), allowances, read, taxes, totals);
    }

    private static @Nullable String number(Idoc idoc, String qualifier) {
        return References.number(idoc.segment("E1EDK02", "QUALF", qualifier));
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }

    /** BSART INVO, CRME; the billing type in E1EDK14 015 where it says nothing. */
    private static Kind kind(IdocSegment header, Idoc idoc) {
        IdocSegment billing = idoc.segment("E1EDK14", "QUALF", "015");
        String told = header.has("BSART") ? header.value("BSART") : billing == null ? "" : billing.value("ORGID");
        return switch (told) {
            case "CRME", "CRM", "G2", "RE" -> Kind.CREDIT_NOTE;
            case "DEME", "L2" -> Kind.DEBIT_NOTE;
            case "SUBI" -> Kind.SELF_BILLED;
            default -> Kind.INVOICE;
        };
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case INVOICE -> "INVO";
            case CREDIT_NOTE -> "CRME";
            case DEBIT_NOTE -> "DEME";
            case SELF_BILLED -> "SUBI";
            case CORRECTED -> throw new IdocUnwritable("E1EDK01", "BSART", kind.code(), "INVO, CRME");
        };
    }

    @Override
    public void write(InvoiceDocument invoice, IdocSegment root) {
        IdocSegment header = root.append("E1EDK01").set("CURCY", Values.written(invoice.currency())).set("BSART", code(invoice.kind()))
                .set("BELNR", invoice.number());
        boolean buyer = invoice.parties().stream().map(Party::role).anyMatch(role -> role == PartyRole.BUYER);
        Partners.write(invoice.parties(), root, header, false);
        if (invoice.buyerReference() != null) {
            IdocSegment party = buyer ? root.child("E1EDKA1", "PARVW", "AG") : root.append("E1EDKA1").set("PARVW", "AG");
            if (party != null) {
                party.set("IHREZ", invoice.buyerReference());
            }
        }
        References.write(References.INVOICE, invoice.number(), null, root, "E1EDK02").set("DATUM", invoice.issueDate());
        References.writeIf(References.ORDER, invoice.orderNumber(), null, root, "E1EDK02");
        References.writeIf(References.DELIVERY, invoice.despatchAdviceNumber(), null, root, "E1EDK02");
        References.writeIf(PRECEDING, invoice.precedingInvoice(), null, root, "E1EDK02");
        References.writeIf(PAYMENT, invoice.creditorReference(), null, root, "E1EDK02");
        Values.date(root, "E1EDK03", "026", invoice.issueDate());
        Values.date(root, "E1EDK03", "012", invoice.issueDate());
        Values.date(root, "E1EDK03", "001", invoice.supplyDate());
        IdocAllowances.write(invoice.allowances(), root, "E1EDK05");
        Terms.write(invoice.paymentTerms(), invoice.dueDate(), invoice.issueDate(), root);
        if (invoice.payeeAccount() != null) {
            root.append("E1EDK28").set("ACNUM", invoice.payeeAccount());
        }
        Texts.write(invoice.note(), root, NOTE, NOTE_LINE, WIDTH);
        for (Line line : invoice.lines()) {
            IdocSegment item = root.append("E1EDP01").set("POSEX", Items.padded(line.lineNumber())).set("NETWR", line.net().amount());
            IdocInvoiceLines.write(line, item);
        }
        IdocTotals.write(invoice, root);
    }
}
