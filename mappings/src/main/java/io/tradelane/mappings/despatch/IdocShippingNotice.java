package io.tradelane.mappings.despatch;

import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.idoc.Items;
import io.tradelane.mappings.shared.idoc.Partners;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.DespatchAdviceDocument;
import io.tradelane.trading.document.DespatchAdviceDocument.Line;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DESADV01, the older shipping notice: E1EDK08 the delivery, E1EDP07 the order behind an item, E1EDP09 the item. */
final class IdocShippingNotice {
    private final Idoc idoc;
    private final List<IdocSegment> orders = new ArrayList<>();
    private final List<IdocSegment> items = new ArrayList<>();
    private @Nullable IdocSegment delivery;

    private IdocShippingNotice(Idoc idoc) {
        this.idoc = idoc;
    }

    /** {@code null} when it is none. */
    static @Nullable DespatchAdviceDocument read(Idoc idoc) {
        IdocShippingNotice notice = new IdocShippingNotice(idoc);
        notice.find(idoc.segments());
        return notice.items.isEmpty() ? null : notice.document();
    }

    private void find(List<IdocSegment> segments) {
        for (IdocSegment segment : segments) {
            switch (segment.name()) {
                case "E1EDK08" -> delivery = delivery == null ? segment : delivery;
                case "E1EDP07" -> orders.add(segment);
                case "E1EDP09" -> items.add(segment);
                default -> { }
            }
            find(segment.children());
        }
    }

    private @Nullable DespatchAdviceDocument document() {
        IdocSegment header = delivery == null ? idoc.segments().getFirst() : delivery;
        String number = Values.number(header.key("VBELN"), idoc, header, "VBELN");
        List<Line> lines = new ArrayList<>();
        Items.Numbers numbers = new Items.Numbers(idoc);
        for (IdocSegment item : items) {
            String line = numbers.next(item, "POSNR", lines.size() + 1);
            Quantity shipped = Values.quantity(item, "LFIMG", "VRKME");
            if (shipped == null) {
                idoc.report().add(MappingError.LINE_LEFT_OUT, item, "LFIMG", line, "E1EDP09/LFIMG");
                continue;
            }
            IdocSegment order = order(item);
            lines.add(new Line(
                    line, order == null ? null : order.key("VGBEL"), order == null || !order.has("VGPOS") ? null : Items.position(order.value("VGPOS")),
                    new Item(item.text("EAN11"), item.text("KDMAT"), item.key("MATNR"), item.text("ARKTX")), shipped, item.text("CHARG"), null));
        }
        if (lines.isEmpty()) {
            idoc.report().add(MappingError.GOODS_MISSING, header, null, null, "E1EDP09");
        }
        String order = lines.stream().map(Line::orderNumber).filter(told -> told != null).findFirst().orElse(null);
        List<IdocSegment> dates = idoc.segments("E1EDK03");
        LocalDate arrival = Values.date(dates, "002", "007");
        LocalDate issued = Values.issueDate(Values.date(dates, "012", "025"), idoc, header);
        return number == null ? null : new DespatchAdviceDocument(
                number, issued, null, arrival, order, null, Partners.read(idoc, header, false),
                lines.isEmpty() ? List.of() : List.of(new Package(null, null, List.copyOf(lines))));
    }

    /** The one with the same position, else the one the item stands below. */
    private @Nullable IdocSegment order(IdocSegment item) {
        for (IdocSegment order : orders) {
            if (order.has("POSNR") && order.value("POSNR").equals(item.value("POSNR")) || order.children().contains(item)) {
                return order;
            }
        }
        return null;
    }
}
