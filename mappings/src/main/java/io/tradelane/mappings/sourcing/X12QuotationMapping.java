package io.tradelane.mappings.sourcing;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Terms;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.QuotationDocument;
import io.tradelane.trading.document.QuotationDocument.Line;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * X12 843 and {@link QuotationDocument}. The set has no number of its own: the supplier's stands in REF Q1 or PR, and without one the offer is
 * known by the number of the request.
 */
public final class X12QuotationMapping implements X12Mapping<QuotationDocument> {
    private static final String OWN = "Q1";
    private static final String EXPIRES = "036";
    /** 344 in days. */
    private static final Map<String, Integer> DAYS = Map.of("DA", 1, "WK", 7, "MO", 30, "YR", 365);

    @Override
    public String set() {
        return "843";
    }

    @Override
    public DocumentType type() {
        return DocumentType.QUOTATION;
    }

    @Override
    public @Nullable QuotationDocument read(Row set, MappingReport report) {
        String request = Heads.number(set.text("request"), set, report, "BQR02");
        Values values = Values.of(set, report);
        List<Line> lines = lines(set, values, report);
        Heads.needLines(lines, set, report, "PO1");
        Heads.checkCount(set, set.rows("lines").size(), report);
        if (request == null) {
            return null;
        }
        String own = Refs.number(set, OWN, "PR");
        String version = set.text("version");
        LocalDate valid = Dates.date(set, EXPIRES);
        Money total = set.rows("totals").stream().flatMap(row -> row.rows("amounts").stream())
                .map(row -> values.money(row.decimal("amount"))).filter(money -> money != null).findFirst().orElse(null);
        return new QuotationDocument(
                own == null ? request : own, Heads.issueDate(set, "issueDate", report, "BQR03"), request,
                version == null || !version.matches("\\d{1,4}") ? null : Integer.valueOf(version), Dates.date(set, "007"),
                valid == null && EXPIRES.equals(set.text("validKind")) ? set.date("valid") : valid, values.currency(), Names.read(set),
                Refs.read(set).stream().filter(reference -> reference.kind() != Reference.Kind.QUOTATION).toList(), Terms.read(set), set.text("note"), total, lines);
    }

    private static List<Line> lines(Row set, Values values, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        for (Row row : set.rows("lines")) {
            String number = Heads.lineNumber(row, "number", lines.size() + 1, report);
            Quantity quantity = Values.quantity(row, "quantity", "unit");
            if (quantity == null) {
                report.add(MappingError.QUANTITY_MISSING, row.position(), number, "PO102");
                continue;
            }
            Money amount = row.rows("amounts").stream().map(a -> values.money(a.decimal("amount"))).filter(money -> money != null).findFirst().orElse(null);
            lines.add(new Line(Integer.toString(lines.size() + 1), number, Items.read(row, report), quantity, values.price(row, quantity), amount, null,
                    Dates.date(row, "069", "002", "067", "017"), days(row), row.text("note")));
        }
        return List.copyOf(lines);
    }

    private static @Nullable Integer days(Row line) {
        return line.rows("leadTimes").stream()
                .filter(row -> row.decimal("time") != null && row.decimal("time").abs().compareTo(BigDecimal.valueOf(10_000)) < 0)
                .filter(row -> DAYS.containsKey(String.valueOf(row.text("unit"))))
                .map(row -> row.decimal("time").intValue() * DAYS.get(row.text("unit")))
                .findFirst().orElse(null);
    }

    @Override
    public void write(QuotationDocument quotation, Row set, String version) {
        set.set("function", "00").set("request", quotation.requestNumber() == null ? quotation.number() : quotation.requestNumber());
        set.set("issueDate", quotation.issueDate()).set("version", quotation.version() == null ? null : quotation.version().toString());
        Values.writeCurrency(quotation.currency(), set);
        Refs.add(set, OWN, quotation.number());
        Refs.write(quotation.references(), set);
        Terms.write(quotation.paymentTerms(), set);
        Dates.write(set, "007", quotation.validFrom());
        Dates.write(set, EXPIRES, quotation.validTo());
        set.set("note", quotation.note());
        Names.write(quotation.parties(), set);
        for (Line line : quotation.lines()) {
            Row row = set.add("lines").set("number", line.requestLineNumber() == null ? line.lineNumber() : line.requestLineNumber()).set("note", line.note());
            Values.write(line.quantity(), row, "quantity", "unit");
            Values.write(line.price(), row);
            Items.write(line.item(), null, row);
            Dates.write(row, "069", line.promisedDelivery());
            if (line.leadTimeDays() != null) {
                row.add("leadTimes").set("kind", "AF").set("time", BigDecimal.valueOf(line.leadTimeDays())).set("unit", "DA");
            }
            if (line.amount() != null) {
                row.add("amounts").set("kind", "1").set("amount", line.amount().amount());
            }
        }
        set.set("lineCount", BigDecimal.valueOf(quotation.lines().size())).set("total", Values.amount(quotation.total()));
    }
}
