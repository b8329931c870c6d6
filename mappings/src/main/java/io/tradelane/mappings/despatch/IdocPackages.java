package io.tradelane.mappings.despatch;

import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.idoc.Items;
import io.tradelane.mappings.shared.idoc.Values;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.DespatchAdviceDocument.Line;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Handling units (E1EDL37) with what E1EDL44 says is in them; what is in none goes loose. */
final class IdocPackages {
    private static final int SSCC = 18;

    private final Idoc idoc;
    private final Map<String, Line> loose = new LinkedHashMap<>();

    IdocPackages(Idoc idoc) {
        this.idoc = idoc;
    }

    List<Package> read() {
        List<Package> packages = new ArrayList<>();
        for (IdocSegment delivery : idoc.segments("E1EDL20")) {
            loose.clear();
            lines(delivery);
            for (IdocSegment unit : delivery.children("E1EDL37")) {
                List<Line> contents = contents(unit);
                if (!contents.isEmpty()) {
                    packages.add(new Package(sscc(unit.text("EXIDV")), type(unit), contents));
                }
            }
            List<Line> rest = loose.values().stream().filter(line -> line.shipped().value().signum() > 0).toList();
            if (!rest.isEmpty()) {
                packages.add(new Package(null, null, rest));
            }
        }
        if (packages.isEmpty()) {
            idoc.report().add(MappingError.GOODS_MISSING, idoc.segments().getFirst(), null, null, "E1EDL24");
        }
        return List.copyOf(packages);
    }

    private void lines(IdocSegment delivery) {
        Items.Numbers numbers = new Items.Numbers(idoc);
        for (IdocSegment segment : delivery.children("E1EDL24")) {
            String number = numbers.next(segment, "POSNR", loose.size() + 1);
            Quantity shipped = Values.quantity(segment, "LFIMG", "VRKME");
            shipped = shipped == null ? Values.quantity(segment, "LGMNG", "MEINS") : shipped;
            if (shipped == null) {
                idoc.report().add(MappingError.LINE_LEFT_OUT, segment, "LFIMG", number, "E1EDL24/LFIMG");
                continue;
            }
            IdocSegment order = segment.child("E1EDL41");
            String orderLine = order == null || order.value("POSEX").equals("000000") ? null : order.text("POSEX");
            loose.put(number, new Line(
                    number, order == null ? null : order.key("BSTNR"), orderLine == null ? null : Items.position(orderLine), item(segment), shipped,
                    segment.has("CHARG") ? segment.text("CHARG") : segment.text("LICHN"), segment.date("VFDAT")));
        }
    }

    private Item item(IdocSegment segment) {
        String supplier = segment.has("MATNR") ? segment.key("MATNR") : segment.text("MATNR_EXTERNAL");
        String buyer = segment.has("KDMAT35") ? segment.text("KDMAT35") : segment.text("KDMAT");
        if (supplier == null && buyer == null && !segment.has("EAN11")) {
            idoc.report().add(MappingError.ITEM_MISSING, segment, null, null, "E1EDL24/MATNR");
        }
        return new Item(segment.text("EAN11"), buyer, supplier, segment.text("ARKTX"));
    }

    private List<Line> contents(IdocSegment unit) {
        List<Line> lines = new ArrayList<>();
        for (IdocSegment content : unit.children("E1EDL44")) {
            Line line = content.has("POSNR") ? loose.get(Items.position(content.value("POSNR"))) : null;
            if (line == null) {
                continue;
            }
            Quantity told = Values.quantity(content, "VEMNG", "VEMEH");
            boolean same = told != null && told.unit().equals(line.shipped().unit());
            Quantity packed = told == null ? line.shipped() : told;
            lines.add(with(line, packed));
            loose.put(line.lineNumber(), with(line, same ? line.shipped().minus(told) : new Quantity(BigDecimal.ZERO, line.shipped().unit())));
        }
        return List.copyOf(lines);
    }

    private static Line with(Line line, Quantity shipped) {
        return new Line(line.lineNumber(), line.orderNumber(), line.orderLineNumber(), line.item(), shipped, line.batch(), line.bestBefore());
    }

    /** EXIDV has 20 places: zeros, or the application identifier 00, stand before an SSCC. */
    private static @Nullable String sscc(@Nullable String told) {
        return told != null && told.length() == SSCC + 2 && told.startsWith("00") ? told.substring(2) : told;
    }

    private static @Nullable String type(IdocSegment unit) {
        return unit.has("VHART") ? unit.text("VHART") : unit.key("VHILM");
    }
}
