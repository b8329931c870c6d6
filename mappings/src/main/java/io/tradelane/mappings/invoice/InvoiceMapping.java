package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.Codes;
import io.tradelane.mappings.shared.EdifactMapping;
import io.tradelane.mappings.shared.Headers;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.PartyRows;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Kind;
import io.tradelane.trading.document.InvoiceDocument.Totals;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** INVOIC and {@link InvoiceDocument}. */
public final class InvoiceMapping implements EdifactMapping<InvoiceDocument> {
    private static final Codes<Kind> KINDS = Codes.of(Kind.values(), Kind::code);
    /** 1153: customer reference number. */
    private static final String BUYER_REFERENCE = "CR";
    /** 5025: adjustment amount. */
    private static final String ROUNDING = "165";

    @Override
    public String message() {
        return "INVOIC";
    }

    @Override
    public DocumentType type() {
        return DocumentType.INVOICE;
    }

    @Override
    public @Nullable InvoiceDocument read(Row message, MappingReport report) {
        String number = Headers.number(message, report, "IV");
        Kind kind = kind(message, report);
        Amounts amounts = Amounts.of(message, report);
        Headers.checkCount(message, message.rows("lines").size(), report);
        List<InvoiceDocument.Line> lines = InvoiceLineRows.read(message.rows("lines"), amounts, report);
        Money payable = amounts.money(message, "77", "9", "86", "39", "128");
        if (payable == null && !Amounts.isStated(message, "amounts", "77", "9")) {
            report.add(MappingError.AMOUNT_MISSING, message.position(), null, "MOA+77");
        }
        if (number == null || kind == null || payable == null) {
            return null;
        }
        LocalDate issued = Headers.issueDate(message, report);
        String terms = TextRows.terms(message);
        return new InvoiceDocument(
                number,
                kind,
                issued,
                dueDate(message, issued),
                message.date("supplyDate"),
                amounts.currency(),
                ReferenceRows.number(message, BUYER_REFERENCE),
                ReferenceRows.number(message, "ON", "CO"),
                ReferenceRows.number(message, "AAK", "DQ", "DL"),
                ReferenceRows.number(message, "IV", "OI"),
                ReferenceRows.number(message, "PQ", "AFO"),
                account(message),
                PartyRows.read(message),
                terms == null ? message.text("paymentTerms") : terms,
                TextRows.note(message),
                AllowanceRows.read(message, amounts),
                lines,
                TaxRows.read(message, amounts),
                totals(message, amounts, payable));
    }

    private static Totals totals(Row message, Amounts amounts, Money payable) {
        return new Totals(
                amounts.money(message, "79", "66"),
                amounts.money(message, "260"),
                amounts.money(message, "259"),
                amounts.money(message, "125"),
                amounts.money(message, "124", "176", "150"),
                amounts.money(message, "113"),
                amounts.money(message, ROUNDING),
                payable);
    }

    private static @Nullable Kind kind(Row message, MappingReport report) {
        String code = message.text("kind");
        Kind kind = code == null ? Kind.INVOICE : switch (code) {
            case "381", "83", "308", "396" -> Kind.CREDIT_NOTE;
            case "383", "84", "80" -> Kind.DEBIT_NOTE;
            case "384" -> Kind.CORRECTED;
            case "389" -> Kind.SELF_BILLED;
            case "380", "82", "325", "326", "385", "386", "388", "393", "395" -> Kind.INVOICE;
            default -> null;
        };
        // Whether money is asked for or given back is not to be guessed.
        if (kind == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, message.position(), code, KINDS.list());
        }
        return kind;
    }

    /** Stated with the terms or in the header, or the number of days after the date of the invoice. */
    private static @Nullable LocalDate dueDate(Row message, LocalDate issued) {
        LocalDate stated = message.date("dueDate") == null ? message.date("headerDueDate") : message.date("dueDate");
        BigDecimal days = message.decimal("dueDays");
        boolean counted = stated == null && days != null && "D".equals(message.text("duePeriod"));
        return counted && days.abs().compareTo(BigDecimal.valueOf(3660)) < 0 ? issued.plusDays(days.longValue()) : stated;
    }

    /** Of the payee, else of the supplier, else the first there is. */
    private static @Nullable String account(Row message) {
        List<Row> parties = message.rows("parties");
        return Stream.of(Stream.of("PE", "SU", "SE", "II").flatMap(role -> parties.stream().filter(p -> role.equals(p.text("role")))), parties.stream())
                .flatMap(s -> s)
                .map(row -> row.text("account"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void write(InvoiceDocument invoice, Row message, String directory) {
        message.set("kind", invoice.kind().code()).set("number", invoice.number()).set("function", "9");
        message.set("issueDate", invoice.issueDate()).set("supplyDate", invoice.supplyDate()).set("dueDate", invoice.dueDate());
        TextRows.writeNote(invoice.note(), message);
        TextRows.writeTerms(invoice.paymentTerms(), message);
        ReferenceRows.add(message, Reference.Kind.ORDER, invoice.orderNumber(), null);
        ReferenceRows.add(message, Reference.Kind.DESPATCH_ADVICE, invoice.despatchAdviceNumber(), null);
        ReferenceRows.add(message, Reference.Kind.INVOICE, invoice.precedingInvoice(), null);
        ReferenceRows.add(message, Reference.Kind.PAYMENT, invoice.creditorReference(), null);
        if (invoice.buyerReference() != null) {
            message.add("references").set("kind", BUYER_REFERENCE).set("number", invoice.buyerReference());
        }
        TaxRows.writeExemptions(invoice.taxes(), message);
        AllowanceRows.write(invoice.allowances(), message);
        PartyRows.write(invoice.parties(), message);
        writeAccount(invoice, message);
        Amounts.writeCurrency(invoice.currency(), message);
        InvoiceLineRows.write(invoice.lines(), message, directory);
        Headers.writeLineCount(invoice.lines().size(), message);
        Totals totals = invoice.totals();
        Amounts.write("79", totals.lines(), message);
        Amounts.write("260", totals.allowances(), message);
        Amounts.write("259", totals.charges(), message);
        Amounts.write("125", totals.taxable(), message);
        Amounts.write("124", totals.tax(), message);
        Amounts.write("113", totals.prepaid(), message);
        Amounts.write(ROUNDING, totals.rounding(), message);
        Amounts.write("77", totals.payable(), message);
        TaxRows.write(invoice.taxes(), message);
    }

    private static void writeAccount(InvoiceDocument invoice, Row message) {
        if (invoice.payeeAccount() == null) {
            return;
        }
        Stream.of(PartyRole.PAYEE, PartyRole.SUPPLIER)
                .flatMap(role -> message.rows("parties").stream().filter(row -> role.code().equals(row.text("role"))))
                .findFirst()
                .ifPresent(row -> row.set("account", invoice.payeeAccount()));
    }
}
