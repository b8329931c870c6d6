package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblMapping;
import io.tradelane.mappings.shared.UblParties;
import io.tradelane.mappings.shared.UblParties.Extent;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Kind;
import io.tradelane.trading.document.InvoiceDocument.Totals;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.shared.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What EN 16931 makes the same in UBL and CII: rows that have the same names in both declarations, and {@link InvoiceDocument}. */
abstract class EuropeanInvoiceMapping implements UblMapping<InvoiceDocument> {
    private static final String NOT_APPLICABLE = "NA";

    @Override
    public final DocumentType type() {
        return DocumentType.INVOICE;
    }

    /** What kind this root and code stand for. */
    abstract Kind kind(Row row, MappingReport report);

    abstract List<Party> parties(Row row);

    /** The rows of what is invoiced. */
    List<Row> lineRows(Row row, MappingReport report) {
        return row.rows("lines");
    }

    /** The rows of the tax breakdown. */
    abstract List<Row> taxRows(Row row, String currency);

    /** A new row of the tax breakdown. */
    abstract Row addTax(Row row, Row taxTotal);

    abstract void writeDelivery(InvoiceDocument invoice, Row row);

    @Override
    public final @Nullable InvoiceDocument read(Row row, MappingReport report) {
        String number = row.text("number");
        String currency = UblValues.currency(row, report, "payable");
        Money payable = UblValues.money(row, "payable", currency, report);
        if (payable == null) {
            report.add(MappingError.AMOUNT_MISSING, row, "payable", null, "PayableAmount, DuePayableAmount");
        }
        var lines = EuropeanLines.read(lineRows(row, report), currency, report);
        if (number == null || payable == null || row.date("issueDate") == null) {
            return null;
        }
        LocalDate supply = row.date("supplyDate") != null ? row.date("supplyDate") : row.date("periodEnd");
        return new InvoiceDocument(
                number, kind(row, report), row.date("issueDate"), row.date("dueDate"), supply, currency, row.text("buyerReference"),
                applicable(row.text("orderNumber")), row.text("despatchAdvice"), row.text("precedingInvoice"), row.text("creditorReference"),
                row.text("account"), parties(row), row.text("paymentTerms"), row.text("note"),
                EuropeanCharges.read(row, currency, report), lines, EuropeanTaxes.read(taxRows(row, currency), currency, report),
                totals(row, currency, payable, report));
    }

    private static @Nullable String applicable(@Nullable String text) {
        return NOT_APPLICABLE.equals(text) ? null : text;
    }

    private static Totals totals(Row row, String currency, Money payable, MappingReport report) {
        return new Totals(
                UblValues.money(row, "lineTotal", currency, report), UblValues.money(row, "allowanceTotal", currency, report),
                UblValues.money(row, "chargeTotal", currency, report), UblValues.money(row, "taxable", currency, report),
                EuropeanTaxes.total(row, currency, report), UblValues.money(row, "prepaid", currency, report),
                UblValues.money(row, "rounding", currency, report), payable);
    }

    @Override
    public final void write(InvoiceDocument invoice, Row row, boolean peppol) {
        row.set("number", invoice.number()).set("issueDate", invoice.issueDate()).set("kind", invoice.kind().code());
        row.set("note", invoice.note()).set("currency", invoice.currency()).set("buyerReference", invoice.buyerReference());
        row.set("orderNumber", invoice.orderNumber()).set("precedingInvoice", invoice.precedingInvoice());
        row.set("despatchAdvice", invoice.despatchAdviceNumber()).set("supplyDate", invoice.supplyDate());
        row.set("dueDate", invoice.dueDate()).set("paymentTerms", invoice.paymentTerms());
        UblParties.write(invoice.party(PartyRole.SUPPLIER).orElse(null), PartyRole.SUPPLIER, partner(peppol), row);
        UblParties.write(
                invoice.party(PartyRole.BUYER).or(() -> invoice.party(PartyRole.INVOICEE)).orElse(null), PartyRole.BUYER, partner(peppol), row);
        UblParties.write(invoice.party(PartyRole.PAYEE).orElse(null), PartyRole.PAYEE, Extent.NAMED, row);
        UblParties.write(
                invoice.party(PartyRole.TAX_REPRESENTATIVE).orElse(null), PartyRole.TAX_REPRESENTATIVE, Extent.TAXABLE, row);
        writeDelivery(invoice, row);
        payment(invoice, row);
        EuropeanCharges.write(invoice, row);
        Row taxTotal = row.add("taxTotals");
        EuropeanTotals totals = EuropeanTotals.of(invoice);
        UblValues.money(taxTotal, "tax", totals.tax());
        invoice.taxes().forEach(tax -> EuropeanTaxes.write(tax, addTax(row, taxTotal)));
        totals.write(row);
        EuropeanLines.write(invoice, row);
    }

    /** UNCL 4461: 30 is a transfer to an account, 1 says nothing. */
    private void payment(InvoiceDocument invoice, Row row) {
        row.set("creditorReference", invoice.creditorReference()).set("account", invoice.payeeAccount());
        if (invoice.payeeAccount() != null) {
            row.set("paymentMeans", "30");
        } else if (invoice.creditorReference() != null || needsMeans(invoice)) {
            row.set("paymentMeans", "1");
        }
    }

    /** How seller and buyer are written. */
    Extent partner(boolean peppol) {
        return Extent.of(peppol, Extent.REGISTERED);
    }

    /** Whether something else of the means of payment is written. */
    boolean needsMeans(InvoiceDocument invoice) {
        return false;
    }
}
