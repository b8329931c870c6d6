package io.tradelane.mappings.order;

import io.tradelane.mappings.shared.TradacomsFile;
import io.tradelane.mappings.shared.TradacomsOutput;
import io.tradelane.mappings.syntax.tradacoms.TradacomsError;
import io.tradelane.mappings.syntax.tradacoms.TradacomsMessage;
import io.tradelane.mappings.syntax.tradacoms.TradacomsSegment;
import io.tradelane.mappings.syntax.tradacoms.TradacomsValues;
import io.tradelane.mappings.syntax.tradacoms.TradacomsWriter;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.OrderDocument;
import io.tradelane.trading.document.OrderDocument.Function;
import io.tradelane.trading.document.OrderDocument.Kind;
import io.tradelane.trading.document.OrderDocument.Line;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TRADACOMS ORDERS, version 9. Prices have four implied decimals, measures three. */
public final class TradacomsOrderMapping {
    private static final int PRICE = 4;
    private static final int MEASURE = 3;

    private TradacomsOrderMapping() {}

    /** {@code null} when the report says why there is none. */
    public static @Nullable OrderDocument read(TradacomsMessage message, TradacomsFile file) {
        TradacomsSegment order = message.segment("ORD").orElse(null);
        if (order == null) {
            return null;
        }
        LocalDate date = TradacomsValues.day(order, 1, 3);
        if (date == null) {
            date = file.date();
            TradacomsError code = date == null ? TradacomsError.ELEMENT_MISSING : TradacomsError.ISSUE_DATE_MISSING;
            message.report().add(code, order.place().at(1, 3), null, date == null ? "YYMMDD" : date.toString());
        }
        List<Line> lines = new ArrayList<>();
        for (TradacomsSegment segment : message.segments("OLD")) {
            Line line = line(segment, message);
            if (line != null) {
                lines.add(line);
            }
        }
        count(message, lines.size());
        TradacomsSegment delivery = message.segment("DIN").orElse(null);
        String supplierNumber = order.text(1, 2);
        return date == null || message.report().hasErrors() ? null : new OrderDocument(
                order.value(1), Kind.STANDARD, Function.ORIGINAL, date, delivery == null ? null : TradacomsValues.day(delivery, 1, 1),
                TradacomsFile.CURRENCY, file.parties(message),
                supplierNumber == null ? List.of() : List.of(Reference.to(Reference.Kind.SUPPLIER_ORDER, supplierNumber)), null,
                delivery == null ? null : delivery.joined(4), null, List.copyOf(lines));
    }

    private static void count(TradacomsMessage message, int lines) {
        TradacomsSegment trailer = message.segment("OTR").orElse(null);
        BigDecimal told = trailer == null ? null : TradacomsValues.number(trailer, 1, 1, 0);
        if (told != null && told.compareTo(BigDecimal.valueOf(lines)) != 0) {
            message.report().add(TradacomsError.DETAIL_COUNT_WRONG, trailer.place().at(1, 1), trailer.value(1), Integer.toString(lines));
        }
    }

    private static @Nullable Line line(TradacomsSegment segment, TradacomsMessage message) {
        Item item = TradacomsFile.item(segment, 2, segment.joined(10));
        if (item.gtin() == null && item.supplierArticle() == null && item.buyerArticle() == null) {
            message.report().add(TradacomsError.ITEM_MISSING, segment.place().at(2, 1), segment.value(1), null);
        }
        BigDecimal inUnit = TradacomsValues.number(segment, 5, 1, 0);
        BigDecimal content = TradacomsFile.tradedUnit(segment, 2) || inUnit == null || inUnit.signum() <= 0 ? BigDecimal.ONE : inUnit;
        BigDecimal units = TradacomsValues.number(segment, 6, 1, 0);
        BigDecimal measured = TradacomsValues.number(segment, 6, 2, MEASURE);
        if (units == null && measured == null) {
            message.report().add(TradacomsError.ELEMENT_MISSING, segment.place().at(6, 1), null, "9(15)");
            return null;
        }
        Quantity quantity = units != null ? new Quantity(units.multiply(content), TradacomsFile.PIECE) : new Quantity(measured, unit(segment.value(6, 3)));
        BigDecimal cost = TradacomsValues.number(segment, 7, 1, PRICE);
        Quantity basis = new Quantity(units == null ? BigDecimal.ONE : content, quantity.unit());
        Price price = cost == null ? null : new Price(new Money(cost, TradacomsFile.CURRENCY), basis);
        return new Line(segment.value(1), item, quantity, price, null, null, null, List.of());
    }

    private static String unit(String indicator) {
        return switch (indicator) {
            case "KG" -> "KGM";
            case "G", "GM" -> "GRM";
            case "L", "LT" -> "LTR";
            case "M" -> "MTR";
            case "" -> TradacomsFile.PIECE;
            default -> indicator;
        };
    }

    public static void write(OrderDocument order, TradacomsWriter out) {
        if (!order.currency().equals(TradacomsFile.CURRENCY)) {
            throw TradacomsOutput.refused("ORD", order.currency(), TradacomsFile.CURRENCY);
        }
        if (order.function() != Function.ORIGINAL) {
            throw TradacomsOutput.refused("TYP", order.function().name(), Function.ORIGINAL.name());
        }
        out.message("ORDERS", 9);
        TradacomsOutput.location(out, order.parties());
        String supplierNumber = order.references().stream().filter(reference -> reference.kind() == Reference.Kind.SUPPLIER_ORDER)
                .map(Reference::number).findFirst().orElse("");
        out.segment("ORD", (Object) new String[] {
            TradacomsOutput.text("ORD", order.number(), 17), TradacomsOutput.text("ORD", supplierNumber, 17), TradacomsOutput.day(order.issueDate())
        });
        if (order.requestedDelivery() != null || order.note() != null) {
            out.segment("DIN", TradacomsOutput.day(order.requestedDelivery()), "", "", TradacomsOutput.lines("DIN", order.note(), 4));
        }
        for (Line line : order.lines()) {
            write(line, out);
        }
        out.segment("OTR", Integer.toString(order.lines().size()));
        out.endMessage();
    }

    private static void write(Line line, TradacomsWriter out) {
        String[][] item = TradacomsOutput.item(line.item());
        boolean pieces = line.quantity().unit().equals(TradacomsFile.PIECE) || line.quantity().unit().equals("EA");
        String[] quantity = pieces ? new String[] {TradacomsOutput.number("OLD", line.quantity().value(), 0)}
                : new String[] {"", TradacomsOutput.number("OLD", line.quantity().value(), MEASURE), indicator(line.quantity().unit())};
        Money price = line.price() == null ? null : line.price().of(new Quantity(BigDecimal.ONE, line.price().basis().unit()));
        out.segment("OLD", TradacomsOutput.text("OLD", line.lineNumber(), 10), item[0], item[1], item[2], "1", quantity,
                TradacomsOutput.amount("OLD", price, PRICE)[0], "", "", TradacomsOutput.lines("OLD", line.item().description(), 2));
    }

    private static String indicator(String unit) {
        return switch (unit) {
            case "KGM" -> "KG";
            case "GRM" -> "G";
            case "LTR" -> "L";
            case "MTR" -> "M";
            default -> TradacomsOutput.text("OLD", unit, 6);
        };
    }
}
