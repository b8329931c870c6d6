package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.CxmlLines;
import io.tradelane.mappings.shared.CxmlParties;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UblValues;
import io.tradelane.mappings.shared.XmlMapping;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Kind;
import io.tradelane.trading.document.InvoiceDocument.Line;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.document.InvoiceDocument.Totals;
import io.tradelane.trading.document.PartyRole;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** cXML InvoiceDetailRequest and {@link InvoiceDocument}. */
public final class CxmlInvoiceMapping implements XmlMapping<InvoiceDocument> {
    private static final List<PartyRole> ADDRESSES = List.of(PartyRole.INVOICER, PartyRole.PAYEE, PartyRole.INVOICEE, PartyRole.SHIP_TO);

    @Override
    public String name() {
        return "cxml-invoice";
    }

    @Override
    public DocumentType type() {
        return DocumentType.INVOICE;
    }

    @Override
    public @Nullable InvoiceDocument read(Row row, MappingReport report) {
        String number = row.text("number");
        LocalDate issued = CxmlLines.day(row, "issued");
        String currency = CxmlLines.currency(row, report, "due", "net", "gross", "lineTotal");
        Money payable = first(UblValues.money(row, "due", currency, report), UblValues.money(row, "net", currency, report),
                UblValues.money(row, "gross", currency, report));
        if (payable == null) {
            report.add(MappingError.AMOUNT_MISSING, row, null, null, "DueAmount, NetAmount");
        }
        if (number == null || issued == null || payable == null) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        String only = null;
        for (Row order : row.rows("orders")) {
            only = row.rows("orders").size() == 1 ? order.text("order") : null;
            for (Row line : order.rows("lines")) {
                line(line, order.text("order"), currency, lines, report);
            }
        }
        return new InvoiceDocument(
                number, kind(row.text("purpose")), issued, due(row, issued), null, currency, null, only, null, row.text("preceding"), null, null,
                CxmlParties.read(row, PartyRole.SUPPLIER, PartyRole.BUYER), row.text("paymentDays"), row.text("note"), List.of(), List.copyOf(lines),
                taxes(row, currency, report),
                new Totals(UblValues.money(row, "lineTotal", currency, report), null, UblValues.money(row, "tax", currency, report), payable));
    }

    @SafeVarargs
    private static <T> @Nullable T first(@Nullable T... values) {
        for (T value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static Kind kind(@Nullable String purpose) {
        return switch (purpose == null ? "" : purpose) {
            case "creditMemo", "lineLevelCreditMemo" -> Kind.CREDIT_NOTE;
            case "debitMemo", "lineLevelDebitMemo" -> Kind.DEBIT_NOTE;
            default -> Kind.INVOICE;
        };
    }

    private static @Nullable LocalDate due(Row row, LocalDate issued) {
        String days = row.text("paymentDays");
        return days != null && !days.isEmpty() && days.length() < 4 && days.chars().allMatch(Character::isDigit) ? issued.plusDays(Integer.parseInt(days)) : null;
    }

    private static void line(Row row, @Nullable String order, String currency, List<Line> lines, MappingReport report) {
        Quantity quantity = UblValues.quantity(row, "quantity");
        Money amount = UblValues.money(row, "amount", currency, report);
        if (amount == null) {
            report.add(MappingError.AMOUNT_MISSING, row, null, row.text("number"), "SubtotalAmount");
        }
        if (quantity == null) {
            report.add(MappingError.QUANTITY_ASSUMED, row, null, row.text("number"), "@quantity");
            quantity = Quantity.of(1, "EA");
        }
        if (amount != null && row.text("number") != null) {
            lines.add(new Line(
                    row.text("number"), order, CxmlLines.orderLine(row), CxmlLines.item(row, report), quantity,
                    CxmlLines.price(row, quantity, currency, report), amount, row.decimal("taxRate"), null, List.of()));
        }
    }

    private static List<Tax> taxes(Row row, String currency, MappingReport report) {
        List<Tax> taxes = new ArrayList<>();
        for (Row tax : row.rows("taxes")) {
            BigDecimal rate = tax.decimal("rate") == null ? BigDecimal.ZERO : tax.decimal("rate");
            taxes.add(new Tax(
                    rate.signum() == 0 ? "Z" : "S", rate, UblValues.money(tax, "base", currency, report), UblValues.money(tax, "amount", currency, report), null));
        }
        return List.copyOf(taxes);
    }

    @Override
    public void write(InvoiceDocument invoice, Row row) {
        row.set("number", invoice.number()).set("issued", CxmlLines.moment(invoice.issueDate())).set("operation", "new").set("note", invoice.note());
        row.set("purpose", switch (invoice.kind()) {
            case CREDIT_NOTE -> "creditMemo";
            case DEBIT_NOTE -> "debitMemo";
            default -> "standard";
        });
        CxmlParties.write(invoice.parties(), PartyRole.SUPPLIER, PartyRole.BUYER, row);
        CxmlParties.writeAddresses(invoice.parties(), ADDRESSES, row);
        if (invoice.party(PartyRole.SHIP_TO).isPresent()) {
            CxmlParties.writeAddress(invoice.parties(), PartyRole.SHIP_FROM, List.of(PartyRole.SHIP_FROM), row);
        }
        Map<String, Row> orders = new LinkedHashMap<>();
        for (Line line : invoice.lines()) {
            String number = line.orderNumber() != null ? line.orderNumber() : invoice.orderNumber() == null ? "" : invoice.orderNumber();
            Row order = orders.computeIfAbsent(number, each -> row.add("orders").set("order", each).set("orderPayload", ""));
            write(line, order.add("lines"));
        }
        row.set("lineIndicator", "").set("taxInLine", invoice.lines().stream().anyMatch(line -> line.taxRate() != null) ? "yes" : null);
        Totals totals = invoice.totals();
        UblValues.money(row, "lineTotal", totals.lines() != null ? totals.lines() : totals.payable());
        UblValues.money(row, "tax", totals.tax() != null ? totals.tax() : Money.zero(invoice.currency()));
        row.set("taxText", "");
        for (Tax tax : invoice.taxes()) {
            Row target = row.add("taxes").set("category", "vat").set("rate", tax.rate());
            UblValues.money(target, "base", tax.base());
            UblValues.money(
                    target, "amount", tax.amount() != null || tax.base() == null ? tax.amount() : tax(tax.base(), tax.rate()));
        }
        UblValues.money(row, "net", totals.payable());
        UblValues.money(row, "due", totals.payable());
    }

    private static Money tax(Money base, BigDecimal rate) {
        return base.times(rate.movePointLeft(2)).rounded();
    }

    /** A line has to have a price: the amount for the quantity is one. Its tax is what the rate makes of its amount. */
    private static void write(Line line, Row row) {
        row.set("number", line.lineNumber());
        CxmlLines.orderLine(row, line.orderLineNumber());
        CxmlLines.item(row, line.item());
        row.set("description", line.item().description());
        CxmlLines.quantity(row, line.quantity());
        CxmlLines.price(row, line.price() != null ? line.price()
                : line.quantity().isZero() ? Price.each(line.net(), line.quantity().unit()) : new Price(line.net(), line.quantity()));
        UblValues.money(row, "amount", line.net());
        if (line.taxRate() != null) {
            UblValues.money(row, "tax", tax(line.net(), line.taxRate()));
            row.set("taxText", "").set("taxCategory", "vat").set("taxRate", line.taxRate());
        }
    }
}
