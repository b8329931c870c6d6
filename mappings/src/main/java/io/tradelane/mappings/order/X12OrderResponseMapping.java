package io.tradelane.mappings.order;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.UsedNumbers;
import io.tradelane.mappings.shared.X12Mapping;
import io.tradelane.mappings.shared.x12.Heads;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Names;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderResponseDocument.Decision;
import io.tradelane.trading.document.OrderResponseDocument.Line;
import io.tradelane.trading.document.OrderResponseDocument.LineDecision;
import io.tradelane.trading.document.OrderResponseDocument;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** X12 855, the answer to an order, and 865, that to a change of it; both {@link OrderResponseDocument}. */
public final class X12OrderResponseMapping implements X12Mapping<OrderResponseDocument> {
    private static final Map<String, Decision> DECISIONS = Map.ofEntries(
            Map.entry("AK", Decision.ACKNOWLEDGED), Map.entry("AH", Decision.ACKNOWLEDGED), Map.entry("NA", Decision.ACKNOWLEDGED),
            Map.entry("AD", Decision.ACCEPTED), Map.entry("AT", Decision.ACCEPTED), Map.entry("AP", Decision.ACCEPTED),
            Map.entry("AC", Decision.ACCEPTED_WITH_CHANGES), Map.entry("AE", Decision.ACCEPTED_WITH_CHANGES),
            Map.entry("RD", Decision.REJECTED), Map.entry("RJ", Decision.REJECTED), Map.entry("RO", Decision.REJECTED), Map.entry("RF", Decision.REJECTED));
    private static final Map<String, LineDecision> LINES = Map.ofEntries(
            Map.entry("IA", LineDecision.ACCEPTED), Map.entry("AC", LineDecision.ACCEPTED), Map.entry("AR", LineDecision.ACCEPTED),
            Map.entry("IB", LineDecision.ACCEPTED_WITH_AMENDMENT), Map.entry("BP", LineDecision.ACCEPTED_WITH_AMENDMENT),
            Map.entry("IW", LineDecision.ACCEPTED_WITH_AMENDMENT), Map.entry("IF", LineDecision.ACCEPTED_WITH_AMENDMENT),
            Map.entry("IC", LineDecision.CHANGED), Map.entry("IP", LineDecision.CHANGED), Map.entry("IQ", LineDecision.CHANGED),
            Map.entry("IS", LineDecision.CHANGED), Map.entry("DR", LineDecision.CHANGED), Map.entry("IE", LineDecision.CHANGED),
            Map.entry("AA", LineDecision.ADDED), Map.entry("IR", LineDecision.NOT_ACCEPTED), Map.entry("ID", LineDecision.NOT_ACCEPTED),
            Map.entry("IH", LineDecision.NOT_ACCEPTED));

    private final String set;

    /** @param set 855 or 865 */
    public X12OrderResponseMapping(String set) {
        this.set = set;
    }

    @Override
    public String set() {
        return set;
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER_RESPONSE;
    }

    @Override
    public @Nullable OrderResponseDocument read(Row set, MappingReport report) {
        String order = set.text("orderNumber");
        String own = set.text("number") == null ? order : set.text("number");
        String number = Heads.number(own, set, report, "BAK08");
        Decision decision = decision(set, report);
        Values values = Values.optional(set, report);
        List<Line> lines = lines(set, decision, values, report);
        Heads.checkCount(set, set.rows("lines").size(), report);
        if (order == null) {
            report.add(MappingError.REFERENCE_MISSING, set.position(), null, "BAK03");
        }
        if (number == null || order == null || decision == null) {
            return null;
        }
        LocalDate issued = set.date("issueDate") == null ? Heads.issueDate(set, "orderDate", report, "BAK09") : set.date("issueDate");
        return new OrderResponseDocument(
                number, issued, order, Refs.number(set, "VN", "CO"), decision, values.stated(), Names.read(set), set.text("note"), lines);
    }

    private static @Nullable Decision decision(Row set, MappingReport report) {
        String code = set.text("function");
        Decision decision = DECISIONS.get(String.valueOf(code));
        if (decision == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, set.position(), code, "AC, AD, AE, AK, AT, RD, RJ");
        }
        return decision;
    }

    private static List<Line> lines(Row set, @Nullable Decision decision, Values values, MappingReport report) {
        List<Line> lines = new ArrayList<>();
        UsedNumbers used = new UsedNumbers();
        for (Row row : set.rows("lines")) {
            String number = Heads.ownNumber(row, "number", lines.size() + 1, used, report);
            Row answer = row.rows("answers").isEmpty() ? null : row.rows("answers").getFirst();
            LineDecision line = lineDecision(answer, decision, row, report);
            Quantity confirmed = answer == null ? null : Values.quantity(answer, "quantity", "unit");
            Quantity quantity = confirmed == null ? Values.quantity(row, "quantity", "unit") : confirmed;
            if (line != null) {
                LocalDate promised = row.rows("answers").stream().map(a -> a.date("date")).filter(d -> d != null).findFirst().orElse(null);
                lines.add(new Line(number, line, Items.read(row, report), quantity, values.price(row, quantity), promised, row.text("note")));
            }
        }
        return List.copyOf(lines);
    }

    /** Absent, a line shares the answer to the whole. */
    private static @Nullable LineDecision lineDecision(@Nullable Row answer, @Nullable Decision whole, Row row, MappingReport report) {
        String code = answer == null ? null : answer.text("status");
        if (code == null) {
            return whole == Decision.REJECTED ? LineDecision.NOT_ACCEPTED
                    : whole == Decision.ACCEPTED_WITH_CHANGES ? LineDecision.CHANGED : LineDecision.ACCEPTED;
        }
        LineDecision decision = code.matches("R\\d") ? LineDecision.NOT_ACCEPTED : LINES.get(code);
        if (decision == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, row.position(), code, "IA, IB, IC, IP, IQ, IR");
        }
        return decision;
    }

    @Override
    public void write(OrderResponseDocument response, Row set, String version) {
        set.set("purpose", "00").set("function", code(response.decision())).set("orderNumber", response.orderNumber());
        set.set("orderDate", response.issueDate()).set("number", response.number()).set("issueDate", response.issueDate());
        Values.writeCurrency(response.currency(), set);
        Refs.add(set, "VN", response.supplierOrderNumber());
        set.set("note", response.note());
        Names.write(response.parties(), set);
        boolean change = this.set.equals("865");
        for (Line line : response.lines()) {
            Row row = set.add("lines").set("number", line.lineNumber()).set("note", line.reason());
            Values.write(line.quantity(), row, "quantity", "unit");
            Values.write(line.price(), row);
            Items.write(line.item(), null, row);
            if (change) {
                row.set("action", line.decision() == LineDecision.ADDED ? "AI" : "CT").set("left", line.quantity() == null ? null : line.quantity().value());
            }
            Row answer = row.add("answers").set("status", code(line.decision()));
            Values.write(line.quantity(), answer, "quantity", "unit");
            answer.set("kind", line.promisedDelivery() == null ? null : "067").set("date", line.promisedDelivery());
        }
        set.set("lineCount", BigDecimal.valueOf(response.lines().size()));
    }

    private static String code(Decision decision) {
        return switch (decision) {
            case ACKNOWLEDGED -> "AK";
            case ACCEPTED -> "AD";
            case ACCEPTED_WITH_CHANGES -> "AC";
            case REJECTED -> "RD";
        };
    }

    private static String code(LineDecision decision) {
        return switch (decision) {
            case ADDED -> "AA";
            case CHANGED -> "IC";
            case ACCEPTED -> "IA";
            case ACCEPTED_WITH_AMENDMENT -> "IB";
            case NOT_ACCEPTED -> "IR";
        };
    }
}
