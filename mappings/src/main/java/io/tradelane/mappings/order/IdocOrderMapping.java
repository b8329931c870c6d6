package io.tradelane.mappings.order;

import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.idoc.IdocMapping;
import io.tradelane.mappings.shared.idoc.Items;
import io.tradelane.mappings.shared.idoc.Partners;
import io.tradelane.mappings.shared.idoc.References;
import io.tradelane.mappings.shared.idoc.Terms;
import io.tradelane.mappings.shared.idoc.Texts;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocError;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.mappings.syntax.idoc.IdocValues;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderDocument.Function;
import io.tradelane.trading.document.OrderDocument.Kind;
import io.tradelane.trading.document.OrderDocument.Line;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** IDoc ORDERS. */
public final class IdocOrderMapping implements IdocMapping<OrderDocument> {
    static final String NOTE = "E1EDKT1";
    static final String NOTE_LINE = "E1EDKT2";
    /** Days of the document in their order of rank: 012 of the document, 022 of the purchase order, 025 of its creation. */
    static final String[] ISSUED = {"012", "022", "025"};
    private static final String TOTAL = "002";
    private static final int WIDTH = 70;
    private static final BigDecimal TOLERANCE = new BigDecimal("0.05");
    private static final Map<String, Kind> KINDS = Map.of(
            "NB", Kind.STANDARD, "TA", Kind.STANDARD, "OR", Kind.STANDARD, "FO", Kind.BLANKET, "MK", Kind.BLANKET, "WK", Kind.BLANKET,
            "SO", Kind.RUSH, "AB", Kind.CALL_OFF, "KB", Kind.CONSIGNMENT, "SPOT", Kind.SPOT);
    private static final Map<String, Function> FUNCTIONS = Map.of(
            "003", Function.CANCELLATION, "005", Function.REPLACE, "007", Function.DUPLICATE, "031", Function.COPY);

    @Override
    public DocumentType type() {
        return DocumentType.ORDER;
    }

    @Override
    public String messageType() {
        return "ORDERS";
    }

    @Override
    public List<String> basicTypes() {
        return List.of("ORDERS05", "ORDERS04", "ORDERS03", "ORDERS02", "ORDERS01");
    }

    @Override
    public @Nullable OrderDocument read(Idoc idoc) {
        IdocSegment header = idoc.segment("E1EDK01");
        if (header == null) {
            return null;
        }
        IdocSegment reference = idoc.segment("E1EDK02", "QUALF", References.ORDER);
        String number = number(idoc, header, reference);
        Values values = Values.of(idoc, header);
        List<Line> lines = lines(idoc, values);
        if (lines.isEmpty()) {
            idoc.report().add(MappingError.LINES_MISSING, header, null, null, "E1EDP01");
        }
        Money total = values.sum(idoc, TOTAL);
        sum(idoc, total, lines);
        List<IdocSegment> dates = idoc.segments("E1EDK03");
        LocalDate issued = Values.issueDate(issued(dates, reference), idoc, header);
        return number == null ? null : new OrderDocument(
                number, KINDS.getOrDefault(header.value("BSART"), Kind.STANDARD),
                FUNCTIONS.getOrDefault(header.value("ACTION"), Function.ORIGINAL), issued,
                Values.date(dates, "002"), values.currency(), Partners.read(idoc, header, true),
                References.read(idoc.segments(), "E1EDK02", References.ORDER), Terms.read(idoc, header),
                Texts.read(idoc.segments(), NOTE, NOTE_LINE), total, lines);
    }

    /** The purchase order's: of the reference 001, else of the document. */
    static @Nullable String number(Idoc idoc, IdocSegment header, @Nullable IdocSegment reference) {
        String number = References.number(reference);
        return Values.number(number == null ? header.key("BELNR") : number, idoc, header, "BELNR");
    }

    static @Nullable LocalDate issued(List<IdocSegment> dates, @Nullable IdocSegment reference) {
        LocalDate day = Values.date(dates, ISSUED);
        return day != null || reference == null ? day : reference.date("DATUM");
    }

    private static List<Line> lines(Idoc idoc, Values values) {
        List<Line> lines = new ArrayList<>();
        Items.Numbers numbers = new Items.Numbers(idoc);
        for (IdocSegment line : idoc.segments("E1EDP01")) {
            String number = numbers.next(line, "POSEX", lines.size() + 1);
            Quantity quantity = IdocOrderLines.quantity(line);
            if (quantity == null) {
                idoc.report().add(MappingError.QUANTITY_MISSING, line, "MENGE", number, "E1EDP01/MENGE");
                continue;
            }
            lines.add(new Line(
                    number, Items.read(line, idoc), quantity, values.price(line, quantity), values.money(line.number("NETWR")),
                    IdocOrderLines.delivery(line), IdocOrderLines.note(line), References.read(line.children(), "E1EDP02", null)));
        }
        return List.copyOf(lines);
    }

    private static void sum(Idoc idoc, @Nullable Money total, List<Line> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Line line : lines) {
            if (line.amount() == null) {
                return;
            }
            sum = sum.add(line.amount().amount());
        }
        IdocSegment told = idoc.segment("E1EDS01", "SUMID", TOTAL);
        if (told != null && total != null && total.amount().subtract(sum).abs().compareTo(TOLERANCE) > 0) {
            idoc.report().add(IdocError.SUM_DIFFERS, told, "SUMME", told.value("SUMME"), IdocValues.text(sum));
        }
    }

    @Override
    public void write(OrderDocument order, IdocSegment root) {
        IdocSegment header = root.append("E1EDK01").set("CURCY", Values.written(order.currency())).set("BSART", code(order.kind()))
                .set("BELNR", order.number());
        FUNCTIONS.forEach((code, function) -> header.set("ACTION", function == order.function() ? code : null));
        Values.date(root, "E1EDK03", "012", order.issueDate());
        Values.date(root, "E1EDK03", "002", order.requestedDelivery());
        Partners.write(order.parties(), root, header, true);
        References.write(References.ORDER, order.number(), null, root, "E1EDK02").set("DATUM", order.issueDate());
        References.write(order.references(), root, "E1EDK02");
        Terms.write(order.paymentTerms(), null, order.issueDate(), root);
        Texts.write(order.note(), root, NOTE, NOTE_LINE, WIDTH);
        for (Line line : order.lines()) {
            IdocSegment item = IdocOrderLines.write(
                    root, line.lineNumber(), null, line.item(), line.quantity(), line.price(), line.amount(), line.requestedDelivery());
            References.write(line.references(), item, "E1EDP02");
            Texts.write(line.note(), item, "E1EDPT1", "E1EDPT2", WIDTH);
        }
        Values.sum(root, TOTAL, order.total());
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case STANDARD -> "NB";
            case BLANKET -> "FO";
            case SPOT -> "SPOT";
            case RUSH -> "SO";
            case CALL_OFF -> "AB";
            case CONSIGNMENT -> "KB";
        };
    }
}
