package io.tradelane.mappings.sourcing;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UsedNumbers;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Terms;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.RequestForQuotationDocument;
import io.tradelane.trading.document.RequestForQuotationDocument.Line;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** X12 840 and {@link RequestForQuotationDocument}. */
public final class X12RequestForQuotationMapping implements X12Mapping<RequestForQuotationDocument> {
    /** 374: requested and required delivery, scheduled delivery. */
    static final String[] DELIVERY = {"002", "106", "074", "063", "067", "017"};
    /** 374: bids are opened, expiration. */
    private static final String BIDS_OPEN = "099";
    private static final Set<String> END = Set.of(BIDS_OPEN, "036");

    @Override
    public String set() {
        return "840";
    }

    @Override
    public DocumentType type() {
        return DocumentType.REQUEST_FOR_QUOTATION;
    }

    @Override
    public @Nullable RequestForQuotationDocument read(Row set, MappingReport report) {
        String number = Heads.number(set.text("number"), set, report, "BQT02");
        Values values = Values.optional(set, report);
        List<Line> lines = lines(set, values, report);
        Heads.needLines(lines, set, report, "PO1");
        Heads.checkCount(set, set.rows("lines").size(), report);
        return number == null ? null : new RequestForQuotationDocument(
                number, Heads.issueDate(set, "issueDate", report, "BQT03"), until(set), Dates.date(set, DELIVERY), values.stated(), Names.read(set),
                Refs.read(set), Terms.read(set), set.text("note"), lines);
    }

    /** The end of the day, where only a day is said. */
    private static @Nullable OffsetDateTime until(Row set) {
        Row row = Dates.find(set, BIDS_OPEN, "036");
        LocalDate day = row != null ? row.date("date") : END.contains(String.valueOf(set.text("untilKind"))) ? set.date("until") : null;
        return row != null && row.text("time") != null ? Dates.instant(set, BIDS_OPEN, "036") : Dates.at(day, "2359", row == null ? null : row.text("zone"));
    }

    private static List<Line> lines(Row set, Values values, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        UsedNumbers used = new UsedNumbers();
        for (Row row : set.rows("lines")) {
            String number = Heads.ownNumber(row, "number", lines.size() + 1, used, report);
            Quantity quantity = Values.quantity(row, "quantity", "unit");
            if (quantity == null) {
                report.add(MappingError.QUANTITY_MISSING, row.position(), number, "PO102");
                continue;
            }
            LocalDate date = Dates.date(row, DELIVERY);
            lines.add(new Line(number, Items.read(row, report), quantity, values.price(row, quantity),
                    date != null ? date : row.rows("schedules").stream().map(s -> s.date("date")).filter(d -> d != null).findFirst().orElse(null),
                    row.text("note")));
        }
        return List.copyOf(lines);
    }

    @Override
    public void write(RequestForQuotationDocument request, Row set, String version) {
        set.set("function", "00").set("number", request.number()).set("issueDate", request.issueDate());
        Values.writeCurrency(request.currency(), set);
        Refs.write(request.references(), set);
        Terms.write(request.paymentTerms(), set);
        Dates.write(set, BIDS_OPEN, request.answerUntil());
        Dates.write(set, "002", request.requestedDelivery());
        set.set("note", request.note());
        Names.write(request.parties(), set);
        for (Line line : request.lines()) {
            Row row = set.add("lines").set("number", line.lineNumber()).set("note", line.note());
            Values.write(line.quantity(), row, "quantity", "unit");
            Values.write(line.targetPrice(), row);
            Items.write(line.item(), null, row);
            Dates.write(row, "002", line.requestedDelivery());
        }
        set.set("lineCount", BigDecimal.valueOf(request.lines().size()));
    }
}
