package io.tradelane.mappings.invoice;

import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.idoc.Items;
import io.tradelane.mappings.shared.idoc.References;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.InvoiceDocument.Line;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** E1EDP01 of an invoice, with its amounts in E1EDP26, references in E1EDP02, taxes in E1EDP04. */
final class IdocInvoiceLines {
    /** UN/EDIFACT 5305, where the sender uses it as its tax code. */
    static final Set<String> CATEGORIES = Set.of("S", "Z", "E", "AE", "K", "G", "O", "AA", "H", "L", "M");
    private static final String NET = "003";
    /** Amounts of an item by their rank: net, gross, and the subtotals of the pricing. */
    private static final String[] AMOUNTS = {NET, "002", "010", "004", "001"};

    private final Idoc idoc;
    private final Values values;
    private @Nullable String order;
    private @Nullable String delivery;

    IdocInvoiceLines(Idoc idoc, Values values) {
        this.idoc = idoc;
        this.values = values;
    }

    /** The first order that a line names. */
    @Nullable String order() {
        return order;
    }

    /** The first delivery that a line names. */
    @Nullable String delivery() {
        return delivery;
    }

    List<Line> read() {
        List<Line> lines = new ArrayList<>();
        Items.Numbers numbers = new Items.Numbers(idoc);
        for (IdocSegment line : idoc.segments("E1EDP01")) {
            String number = numbers.next(line, "POSEX", lines.size() + 1);
            Quantity quantity = Values.quantity(line, "MENGE", "MENEE");
            if (quantity == null) {
                idoc.report().add(MappingError.QUANTITY_ASSUMED, line, "MENGE", number, "1");
                quantity = Quantity.of(1, "EA");
            }
            Price price = values.price(line, quantity);
            Money net = net(line, price, quantity);
            if (net == null) {
                idoc.report().add(MappingError.AMOUNT_MISSING, line, null, number, "E1EDP26 003");
                continue;
            }
            lines.add(line(line, number, quantity, price, net));
        }
        return List.copyOf(lines);
    }

    private Line line(IdocSegment line, String number, Quantity quantity, @Nullable Price price, Money net) {
        IdocSegment ordered = line.child("E1EDP02", "QUALF", References.ORDER);
        IdocSegment shipped = line.child("E1EDP02", "QUALF", "016");
        String orderNumber = References.number(ordered);
        order = order == null ? orderNumber : order;
        delivery = delivery == null ? References.number(shipped) : delivery;
        IdocSegment tax = line.child("E1EDP04");
        String category = tax == null ? null : tax.text("MWSKZ");
        return new Line(
                number, orderNumber, References.line(ordered), Items.read(line, idoc), quantity, price, net, tax == null ? null : tax.number("MSATZ"),
                category != null && CATEGORIES.contains(category) ? category : null, IdocAllowances.read(line.children("E1EDP05"), values));
    }

    private @Nullable Money net(IdocSegment line, @Nullable Price price, Quantity quantity) {
        IdocSegment net = line.child("E1EDP26", "QUALF", NET);
        if (net == null && line.number("NETWR") != null) {
            return values.money(line.number("NETWR"));
        }
        for (String qualifier : AMOUNTS) {
            IdocSegment amount = line.child("E1EDP26", "QUALF", qualifier);
            if (amount != null && amount.number("BETRG") != null) {
                return values.money(amount.number("BETRG"));
            }
        }
        return price == null ? null : price.of(quantity).rounded();
    }

    static void write(Line line, IdocSegment item) {
        Values.write(line.quantity(), item, "MENGE", "MENEE");
        Values.write(line.price(), item);
        References.writeIf(References.ORDER, line.orderNumber(), line.orderLineNumber(), item, "E1EDP02");
        Items.write(line.item(), item);
        item.append("E1EDP26").set("QUALF", NET).set("BETRG", line.net().amount());
        IdocAllowances.write(line.allowances(), item, "E1EDP05");
        if (line.taxRate() != null || line.taxCategory() != null) {
            item.append("E1EDP04").set("MWSKZ", line.taxCategory()).set("MSATZ", line.taxRate());
        }
    }
}
