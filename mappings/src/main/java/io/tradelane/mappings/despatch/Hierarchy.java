package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.x12.Dates;
import io.tradelane.mappings.shared.x12.Items;
import io.tradelane.mappings.shared.x12.Refs;
import io.tradelane.mappings.shared.x12.Values;
import io.tradelane.trading.document.DespatchAdviceDocument.Line;
import io.tradelane.trading.document.DespatchAdviceDocument.Package;
import io.tradelane.trading.shared.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * HL loops of an 856: shipment, order, tare, pack, item, in any order that the sender chose. An item belongs to the
 * nearest pack or tare above it; where packs stand below the item, to the first of them.
 */
final class Hierarchy {
    private static final int SSCC = 18;

    private final List<Row> levels;
    private final Map<String, Row> byId = new HashMap<>();
    private final Map<String, List<Row>> below = new HashMap<>();

    private Hierarchy(List<Row> levels) {
        this.levels = levels;
    }

    static Hierarchy of(List<Row> levels, MappingReport report) {
        Hierarchy hierarchy = new Hierarchy(levels);
        for (Row level : levels) {
            String parent = level.text("parent");
            if (parent != null && !hierarchy.byId.containsKey(parent)) {
                report.add(MappingError.REFERENCE_MISSING, level.position(), parent, "HL01");
            } else if (parent != null) {
                hierarchy.below.computeIfAbsent(parent, absent -> new ArrayList<>()).add(level);
            }
            if (level.text("id") != null) {
                hierarchy.byId.putIfAbsent(level.text("id"), level);
            }
        }
        return hierarchy;
    }

    @Nullable Row shipment() {
        return levels.stream().filter(level -> is(level, "S")).findFirst().orElse(null);
    }

    /** The order of the whole, where there is but one. */
    @Nullable String order() {
        List<String> orders = levels.stream().map(level -> level.text("order")).filter(Objects::nonNull).map(String::valueOf).distinct().toList();
        return orders.size() == 1 ? orders.getFirst() : null;
    }

    List<Package> packages(MappingReport report) {
        Map<Row, List<Line>> contents = new LinkedHashMap<>();
        levels.stream().filter(level -> isPack(level) && (label(level) != null || type(level) != null)).forEach(pack -> contents.put(pack, new ArrayList<>()));
        List<Package> packages = new ArrayList<>();
        List<Line> loose = new ArrayList<>();
        for (Row level : levels) {
            Line line = is(level, "I") ? line(level, report) : null;
            if (line != null) {
                Row pack = pack(level);
                (pack == null ? loose : contents.computeIfAbsent(pack, absent -> new ArrayList<>())).add(line);
            }
        }
        contents.forEach((pack, lines) -> packages.add(new Package(label(pack), type(pack), List.copyOf(lines))));
        if (!loose.isEmpty()) {
            packages.add(new Package(null, null, List.copyOf(loose)));
        }
        return List.copyOf(packages);
    }

    private @Nullable Row pack(Row item) {
        Row above = above(item, Hierarchy::isPack);
        return above != null ? above
                : below.getOrDefault(String.valueOf(item.text("id")), List.of()).stream().filter(Hierarchy::isPack).findFirst().orElse(null);
    }

    private @Nullable Row above(Row from, Predicate<Row> wanted) {
        Row level = from;
        for (int steps = 0; level != null && steps < levels.size(); steps++) {
            if (wanted.test(level)) {
                return level;
            }
            level = level.text("parent") == null ? null : byId.get(level.text("parent"));
        }
        return null;
    }

    private static boolean is(Row level, String code) {
        return code.equals(level.text("level"));
    }

    private static boolean isPack(Row level) {
        return is(level, "P") || is(level, "T");
    }

    private static @Nullable String type(Row pack) {
        return pack.text("packaging");
    }

    /** With or without the application identifier 00 in front. */
    private static @Nullable String label(Row pack) {
        for (Row mark : pack.rows("marks")) {
            String text = mark.text("mark");
            if (text != null && ("GM".equals(mark.text("kind")) || "AA".equals(mark.text("kind")))) {
                return text.length() == SSCC + 2 && text.startsWith("00") ? text.substring(2) : text;
            }
        }
        return null;
    }

    private @Nullable Line line(Row item, MappingReport report) {
        Quantity shipped = Values.quantity(item, "shipped", "unit");
        String number = item.text("number") == null ? item.text("line") : item.text("number");
        if (shipped == null) {
            report.add(MappingError.QUANTITY_MISSING, item.position(), number, "SN102");
            return null;
        }
        if (number == null) {
            report.add(MappingError.LINE_NUMBER_ASSUMED, item.position(), item.text("id"), "LIN01");
        }
        Row order = above(item, level -> level.text("order") != null);
        String orderLine = item.text("orderLine") == null ? Refs.number(item, "LI") : item.text("orderLine");
        return new Line(
                number == null ? String.valueOf(item.text("id")) : number,
                order == null ? null : order.text("order"),
                orderLine == null ? number : orderLine,
                Items.read(item, report),
                shipped,
                Items.other(item, "LT"),
                Dates.date(item, "036", "208"));
    }
}
