package io.tradelane.mappings.order;

import io.tradelane.mappings.shared.idoc.Items;
import io.tradelane.mappings.shared.idoc.Texts;
import io.tradelane.mappings.shared.idoc.Units;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** E1EDP01 with its schedule lines E1EDP20, as ORDERS, ORDCHG and ORDRSP have it. */
final class IdocOrderLines {
    private IdocOrderLines() {}

    /** MENGE, else what the schedule lines add up to. */
    static @Nullable Quantity quantity(IdocSegment line) {
        Quantity told = Values.quantity(line, "MENGE", "MENEE");
        BigDecimal sum = null;
        for (IdocSegment schedule : line.children("E1EDP20")) {
            BigDecimal part = schedule.number("WMENG");
            sum = part == null ? sum : sum == null ? part : sum.add(part);
        }
        return told != null || sum == null ? told : new Quantity(sum, Units.rec20(line.text("MENEE")));
    }

    /** The first day of the schedule lines, else the requested day of the line. */
    static @Nullable LocalDate delivery(IdocSegment line) {
        LocalDate first = null;
        for (IdocSegment schedule : line.children("E1EDP20")) {
            LocalDate day = schedule.date("EDATU");
            first = first == null || day != null && day.isBefore(first) ? day : first;
        }
        return first != null ? first : Values.date(line.children("E1EDP03"), "002", "001");
    }

    static @Nullable String note(IdocSegment line) {
        return Texts.read(line.children(), "E1EDPT1", "E1EDPT2");
    }

    /** One line up to its price; the article and the schedule line below it. */
    static IdocSegment write(
            IdocSegment root, String number, @Nullable String action, Item item, @Nullable Quantity quantity, @Nullable Price price,
            @Nullable Money amount, @Nullable LocalDate delivery) {
        IdocSegment line = root.append("E1EDP01").set("POSEX", Items.padded(number)).set("ACTION", action);
        Values.write(quantity, line, "MENGE", "MENEE");
        Values.write(price, line);
        if (amount != null) {
            line.set("NETWR", amount.amount()).set("CURCY", Values.written(amount.currency()));
        }
        Items.write(item, line);
        if (delivery != null) {
            line.append("E1EDP20").set("WMENG", quantity == null ? null : quantity.value()).set("EDATU", delivery);
        }
        return line;
    }
}
