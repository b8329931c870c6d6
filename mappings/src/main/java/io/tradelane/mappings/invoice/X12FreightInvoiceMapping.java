package io.tradelane.mappings.invoice;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Terms;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.InvoiceDocument.Kind;
import io.tradelane.trading.document.InvoiceDocument.Line;
import io.tradelane.trading.document.InvoiceDocument.Totals;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** X12 210, a carrier's invoice, and {@link InvoiceDocument}: one line for each charge. */
public final class X12FreightInvoiceMapping implements X12Mapping<InvoiceDocument> {

    @Override
    public String set() {
        return "210";
    }

    @Override
    public DocumentType type() {
        return DocumentType.INVOICE;
    }

    @Override
    public @Nullable InvoiceDocument read(Row set, MappingReport report) {
        String number = Heads.number(set.text("number"), set, report, "B302");
        Values values = Values.of(set, report);
        Money payable = values.implied(set.decimal("payable"));
        if (payable == null) {
            report.add(MappingError.AMOUNT_MISSING, set.position(), null, "B307");
        }
        List<Line> lines = new ArrayList<>();
        for (Row row : set.rows("lines")) {
            charges(row, values, lines);
        }
        if (number == null || payable == null) {
            return null;
        }
        LocalDate issued = Heads.issueDate(set, "issueDate", report, "B306");
        boolean credit = payable.amount().signum() < 0;
        return new InvoiceDocument(
                number, credit ? Kind.CREDIT_NOTE : Kind.INVOICE, issued, X12InvoiceMapping.dueDate(set, issued), set.date("delivered"), values.currency(),
                null, Refs.number(set, "PO"), set.text("shipment") == null ? Refs.number(set, "BM", "CN") : set.text("shipment"), null, null, null,
                Names.read(set), Terms.read(set), null, List.of(), List.copyOf(lines), List.of(),
                new Totals(null, null, null, credit ? payable.negate() : payable));
    }

    private static void charges(Row row, Values values, List<Line> lines) {
        for (Row charge : row.rows("charges")) {
            Money amount = values.implied(charge.decimal("charge"));
            if (amount != null) {
                String text = charge.text("text") == null ? row.text("text") : charge.text("text");
                Item item = new Item(null, null, charge.text("code"), text);
                BigDecimal rate = charge.decimal("rate");
                Quantity quantity = Quantity.of(1, "C62");
                Price price = rate == null ? null : Price.each(new Money(rate, values.currency()), "C62");
                lines.add(new Line(Integer.toString(lines.size() + 1), null, null, item, quantity, price, amount, null, null, List.of()));
            }
        }
    }

    @Override
    public void write(InvoiceDocument invoice, Row set, String version) {
        boolean credit = invoice.kind() == Kind.CREDIT_NOTE;
        Money payable = credit ? invoice.totals().payable().negate() : invoice.totals().payable();
        LocalDate delivered = invoice.supplyDate() == null ? invoice.issueDate() : invoice.supplyDate();
        String carrier = invoice.parties().stream().flatMap(party -> party.identifiers().stream()).map(id -> id.value())
                .filter(id -> id.matches("[A-Z]{2,4}")).findFirst().orElse("ZZZZ");
        set.set("number", invoice.number()).set("shipment", invoice.despatchAdviceNumber()).set("payment", "PP").set("issueDate", invoice.issueDate());
        set.set("payable", Values.implied(payable)).set("delivered", delivered).set("deliveryKind", "035").set("carrier", carrier);
        set.set("currency", invoice.currency().equals("XXX") ? null : invoice.currency());
        if (invoice.dueDate() != null || invoice.paymentTerms() != null) {
            set.add("terms").set("dueDate", invoice.dueDate()).set("text", invoice.paymentTerms());
        }
        Refs.add(set, "PO", invoice.orderNumber());
        Names.write(invoice.parties(), set);
        int number = 0;
        for (Line line : invoice.lines()) {
            Row row = set.add("lines").set("number", Integer.toString(++number)).set("text", line.item().description());
            row.add("charges").set("charge", Values.implied(line.net())).set("rate", line.price() == null ? null : line.price().perUnit())
                    .set("rateKind", line.price() == null ? null : "FR").set("code", line.item().supplierArticle());
        }
        set.set("totalCharge", Values.implied(payable));
    }
}
