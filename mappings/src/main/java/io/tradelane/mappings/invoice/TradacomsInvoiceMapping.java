package io.tradelane.mappings.invoice;

import io.tradelane.mappings.shared.TradacomsFile;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.tradacoms.TradacomsError;
import io.tradelane.mappings.syntax.tradacoms.TradacomsMessage;
import io.tradelane.mappings.syntax.tradacoms.TradacomsSegment;
import io.tradelane.mappings.syntax.tradacoms.TradacomsValues;
import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.InvoiceDocument.Kind;
import io.tradelane.trading.document.InvoiceDocument.Line;
import io.tradelane.trading.document.InvoiceDocument.Tax;
import io.tradelane.trading.document.InvoiceDocument.Totals;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TRADACOMS INVOIC, version 9. Costs have four implied decimals, sums two, rates of VAT three. */
public final class TradacomsInvoiceMapping {
    static final int COST = 4;
    static final int SUM = 2;
    static final int RATE = 3;
    private static final String CODES = "S, Z, E, L, H, X";

    private final TradacomsMessage message;
    private String order = "";
    private String delivery = "";

    private TradacomsInvoiceMapping(TradacomsMessage message) {
        this.message = message;
    }

    /** {@code null} when the report says why there is none. */
    public static @Nullable InvoiceDocument read(TradacomsMessage message, TradacomsFile file) {
        return new TradacomsInvoiceMapping(message).document(file);
    }

    private @Nullable InvoiceDocument document(TradacomsFile file) {
        TradacomsSegment head = message.segment("IRF").orElse(null);
        TradacomsSegment trailer = message.segment("TLR").orElse(null);
        List<Line> lines = lines();
        List<Tax> taxes = message.segments("STL").stream().map(this::tax).toList();
        LocalDate issued = head == null ? null : TradacomsValues.day(head, 2, 1);
        Money payable = trailer == null ? null : sum(trailer, 11);
        if (head != null && issued == null) {
            message.report().add(TradacomsError.ELEMENT_MISSING, head.place().at(2, 1), null, "YYMMDD");
        }
        if (trailer != null && payable == null) {
            message.report().add(TradacomsError.ELEMENT_MISSING, trailer.place().at(11, 1), null, "9(10)V9(2)");
        }
        if (issued == null || payable == null || message.report().hasErrors()) {
            return null;
        }
        Money taxable = sum(trailer, 9);
        checkSum(lines, trailer);
        TradacomsSegment terms = message.segment("PYT").orElse(null);
        TradacomsSegment narrative = message.segment("DNA").orElse(null);
        return new InvoiceDocument(
                head.value(1), Kind.INVOICE, issued, null, TradacomsValues.day(head, 3, 1), TradacomsFile.CURRENCY, null,
                order.isEmpty() ? null : order, delivery.isEmpty() ? null : delivery, null, null, null, file.parties(message),
                terms == null ? null : terms.text(2, 1), narrative == null ? null : narrative.joined(3), List.of(), lines, taxes,
                new Totals(sum(trailer, 7), taxable, sum(trailer, 10), payable));
    }

    /** Before discounts and surcharges the lines make the sum of the trailer. */
    private void checkSum(List<Line> lines, TradacomsSegment trailer) {
        Money told = sum(trailer, 7);
        Money made = lines.stream().map(Line::net).reduce(Money.zero(TradacomsFile.CURRENCY), Money::plus);
        boolean adjusted = trailer.text(3, 1) != null || trailer.text(4, 1) != null || trailer.text(5, 1) != null || trailer.text(6, 1) != null;
        if (told != null && !adjusted && told.amount().subtract(made.amount()).abs().compareTo(new BigDecimal("0.05")) > 0) {
            message.report().add(TradacomsError.SUM_DIFFERS, trailer.place().at(7, 1), told.toString(), made.toString());
        }
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        String current = "";
        for (TradacomsSegment segment : message.segments()) {
            if (segment.tag().equals("ODD")) {
                current = segment.value(2);
                order = order.isEmpty() ? current : order;
                delivery = delivery.isEmpty() ? segment.value(3) : delivery;
            } else if (segment.tag().equals("ILD")) {
                Line line = line(segment, current, Integer.toString(lines.size() + 1));
                if (line != null) {
                    lines.add(line);
                }
            }
        }
        return List.copyOf(lines);
    }

    /** Lines are numbered within their order; in the invoice their place counts. */
    private @Nullable Line line(TradacomsSegment segment, String orderNumber, String number) {
        Item item = TradacomsFile.item(segment, 3, segment.joined(14));
        BigDecimal inUnit = TradacomsValues.number(segment, 6, 1, 0);
        BigDecimal content = TradacomsFile.tradedUnit(segment, 3) || inUnit == null || inUnit.signum() <= 0 ? BigDecimal.ONE : inUnit;
        BigDecimal units = TradacomsValues.number(segment, 7, 1, 0);
        BigDecimal measured = TradacomsValues.number(segment, 7, 2, RATE);
        BigDecimal cost = TradacomsValues.number(segment, 8, 1, COST);
        BigDecimal net = TradacomsValues.amount(segment, 9, COST);
        if (units == null && measured == null || net == null) {
            Position place = segment.place().at(net == null ? 9 : 7, 1);
            message.report().add(TradacomsError.ELEMENT_MISSING, place, null, net == null ? "9(10)V9(4)" : "9(15)");
            return null;
        }
        String measure = segment.value(7, 3).equals("KG") ? "KGM" : segment.value(7, 3);
        Quantity quantity = units != null ? new Quantity(units.multiply(content), TradacomsFile.PIECE)
                : new Quantity(measured, measure.isEmpty() ? TradacomsFile.PIECE : measure);
        Quantity basis = new Quantity(units == null ? BigDecimal.ONE : content, quantity.unit());
        return new Line(
                number, orderNumber.isEmpty() ? null : orderNumber, null, item, quantity,
                cost == null ? null : new Price(new Money(cost, TradacomsFile.CURRENCY), basis), new Money(net, TradacomsFile.CURRENCY),
                TradacomsValues.number(segment, 11, 1, RATE), category(segment, 10), List.of());
    }

    private Tax tax(TradacomsSegment segment) {
        BigDecimal rate = TradacomsValues.number(segment, 3, 1, RATE);
        String category = category(segment, 2);
        return new Tax(category == null ? "S" : category, rate == null ? BigDecimal.ZERO : rate, sum(segment, 12), sum(segment, 13), null);
    }

    /** UN/EDIFACT 5305: a lower rate is AA there, mixed rates are A. */
    private @Nullable String category(TradacomsSegment segment, int element) {
        String code = segment.value(element);
        return switch (code) {
            case "" -> null;
            case "S", "Z", "E" -> code;
            case "L" -> "AA";
            case "H" -> "H";
            case "X" -> "A";
            default -> {
                message.report().add(TradacomsError.CODE_UNKNOWN, segment.place().at(element, 1), code, CODES);
                yield code;
            }
        };
    }

    private static @Nullable Money sum(TradacomsSegment segment, int element) {
        BigDecimal amount = TradacomsValues.amount(segment, element, SUM);
        return amount == null ? null : new Money(amount, TradacomsFile.CURRENCY);
    }
}
