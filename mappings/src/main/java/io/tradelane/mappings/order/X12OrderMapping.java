package io.tradelane.mappings.order;

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
import io.tradelane.trading.document.OrderDocument.Function;
import io.tradelane.trading.document.OrderDocument.Kind;
import io.tradelane.trading.document.OrderDocument.Line;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** X12 850 and {@link OrderDocument}. */
public final class X12OrderMapping implements X12Mapping<OrderDocument> {
    /** 374: requested and required delivery, scheduled and estimated delivery, requested shipment. */
    static final String[] DELIVERY = {"002", "106", "074", "063", "067", "017", "010", "038", "037"};
    private static final Map<String, Function> FUNCTIONS = Map.of(
            "00", Function.ORIGINAL, "06", Function.ORIGINAL, "01", Function.CANCELLATION, "05", Function.REPLACE, "07", Function.DUPLICATE, "22", Function.COPY);
    private static final Map<String, Kind> KINDS = Map.of(
            "BK", Kind.BLANKET, "BE", Kind.BLANKET, "RL", Kind.CALL_OFF, "RO", Kind.RUSH, "CN", Kind.CONSIGNMENT, "OS", Kind.SPOT);
    private static final Set<String> STANDARD = Set.of("SA", "NE", "KN", "DS", "SS", "PR", "RE", "IN", "CF");

    @Override
    public String set() {
        return "850";
    }

    @Override
    public DocumentType type() {
        return DocumentType.ORDER;
    }

    @Override
    public @Nullable OrderDocument read(Row set, MappingReport report) {
        String number = Heads.number(set.text("number"), set, report, "BEG03");
        Function function = FUNCTIONS.get(String.valueOf(set.text("function")));
        if (function == null) {
            report.add(MappingError.CODE_NOT_SUPPORTED, set.position(), set.text("function"), "00, 01, 05, 06, 07, 22");
        }
        Values values = Values.of(set, report);
        List<Row> rows = set.rows("lines");
        List<Line> lines = lines(rows, values, report);
        Heads.needLines(lines, set, report, "PO1");
        Heads.checkCount(set, rows.size(), report);
        if (number == null || function == null) {
            return null;
        }
        return new OrderDocument(
                number, kind(set, report), function, Heads.issueDate(set, "issueDate", report, "BEG05"), Dates.date(set, DELIVERY),
                values.currency(), Names.read(set), references(set), Terms.read(set), set.text("note"), total(set, values), lines);
    }

    private static Kind kind(Row set, MappingReport report) {
        String code = String.valueOf(set.text("kind"));
        Kind kind = KINDS.get(code);
        if (kind == null && !STANDARD.contains(code)) {
            report.add(MappingError.CODE_ASSUMED, set.position(), code, "SA");
        }
        return kind == null ? Kind.STANDARD : kind;
    }

    private static List<Reference> references(Row set) {
        List<Reference> references = new ArrayList<>();
        if (set.text("contract") != null) {
            references.add(Reference.to(Reference.Kind.CONTRACT, set.text("contract")));
        }
        references.addAll(Refs.read(set));
        return List.copyOf(references);
    }

    private static @Nullable Money total(Row set, Values values) {
        for (Row row = set.first("totals"); row != null; row = row.next()) {
            Money amount = values.firstAmount(row);
            if (amount != null) {
                return amount;
            }
        }
        return null;
    }

    private static List<Line> lines(List<Row> rows, Values values, MappingReport report) {
        List<Line> lines = new ArrayList<>(rows.size());
        UsedNumbers used = new UsedNumbers();
        for (Row row : rows) {
            String number = Heads.ownNumber(row, "number", lines.size() + 1, used, report);
            Quantity quantity = Values.quantity(row, "quantity", "unit");
            if (quantity == null) {
                report.add(MappingError.QUANTITY_MISSING, row.position(), number, "PO102");
                continue;
            }
            Money amount = values.firstAmount(row);
            lines.add(new Line(
                    number, Items.read(row, report), quantity, values.price(row, quantity), amount, delivery(row), row.text("note"), Refs.read(row)));
        }
        return List.copyOf(lines);
    }

    private static @Nullable LocalDate delivery(Row row) {
        LocalDate date = Dates.date(row, DELIVERY);
        return date != null ? date
                : scheduled(row);
    }

    private static @Nullable LocalDate scheduled(Row line) {
        for (Row row = line.first("schedules"); row != null; row = row.next()) {
            if (row.date("date") != null) {
                return row.date("date");
            }
        }
        return null;
    }

    @Override
    public void write(OrderDocument order, Row set, String version) {
        set.set("function", code(order.function())).set("kind", code(order.kind())).set("number", order.number()).set("issueDate", order.issueDate());
        Values.writeCurrency(order.currency(), set);
        Refs.write(order.references(), set);
        Terms.write(order.paymentTerms(), set);
        Dates.write(set, "002", order.requestedDelivery());
        set.set("note", order.note());
        Names.write(order.parties(), set);
        for (Line line : order.lines()) {
            Row row = set.add("lines").set("number", line.lineNumber()).set("note", line.note());
            Values.write(line.quantity(), row, "quantity", "unit");
            Values.write(line.price(), row);
            Items.write(line.item(), null, row);
            Refs.write(line.references(), row);
            Dates.write(row, "002", line.requestedDelivery());
            if (line.amount() != null) {
                row.add("amounts").set("kind", "1").set("amount", line.amount().amount());
            }
        }
        set.set("lineCount", BigDecimal.valueOf(order.lines().size())).set("total", Values.amount(order.total()));
    }

    private static String code(Function function) {
        return switch (function) {
            case ORIGINAL -> "00";
            case CANCELLATION -> "01";
            case REPLACE -> "05";
            case DUPLICATE -> "07";
            case COPY -> "22";
        };
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case STANDARD -> "SA";
            case BLANKET -> "BK";
            case SPOT -> "OS";
            case RUSH -> "RO";
            case CALL_OFF -> "RL";
            case CONSIGNMENT -> "CN";
        };
    }
}
