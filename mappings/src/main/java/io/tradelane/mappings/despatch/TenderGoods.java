package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.x12.Units;
import io.tradelane.trading.document.TransportInstructionDocument.Goods;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OID loops at a stop of a load tender. What is loaded at one stop is unloaded at another and counted once. */
final class TenderGoods {
    /** 188. */
    private static final Map<String, String> WEIGHTS = Map.of("L", "LBR", "K", "KGM", "E", "TNE", "G", "GRM", "T", "STN");
    /** 184. */
    private static final Map<String, String> VOLUMES = Map.of("E", "FTQ", "X", "MTQ", "N", "INQ", "V", "LTR", "G", "GLL");

    private TenderGoods() {}

    static void read(Row stop, List<Goods> goods) {
        for (Row row : stop.rows("goods")) {
            String order = row.text("order") == null ? row.text("reference") : row.text("order");
            Row lading = row.rows("ladings").isEmpty() ? null : row.rows("ladings").getFirst();
            String text = row.text("text") != null || lading == null ? row.text("text") : lading.text("text");
            Quantity packages = lading == null ? null : quantity(lading.decimal("packages"), lading.text("packaging"), Map.of());
            String unit = row.text("unit");
            Goods read = new Goods(
                    row.text("reference") == null ? Integer.toString(goods.size() + 1) : row.text("reference"), null, text,
                    quantity(row.decimal("quantity"), unit == null ? null : Units.rec20(unit), Map.of()), packages,
                    quantity(row.decimal("weight"), row.text("weightUnit"), WEIGHTS), quantity(row.decimal("volume"), row.text("volumeUnit"), VOLUMES),
                    List.of(), order);
            if (goods.stream().noneMatch(known -> known.lineNumber().equals(read.lineNumber()))) {
                goods.add(read);
            }
        }
    }

    private static @Nullable Quantity quantity(@Nullable BigDecimal value, @Nullable String unit, Map<String, String> units) {
        return value == null || unit == null || unit.isBlank() ? null : new Quantity(value, units.getOrDefault(unit, unit));
    }

    static void write(List<Goods> goods, Row stop) {
        for (Goods one : goods) {
            Row row = stop.add("goods").set("reference", one.lineNumber()).set("order", one.orderNumber()).set("text", one.description());
            if (one.quantity() != null) {
                row.set("quantity", one.quantity().value()).set("unit", Units.x12(one.quantity().unit()));
            }
            put(row, one.grossWeight(), "weight", WEIGHTS);
            put(row, one.volume(), "volume", VOLUMES);
            if (one.packages() != null) {
                row.add("ladings").set("packages", one.packages().value()).set("packaging", (one.packages().unit() + " ").substring(0, 3).strip());
            }
        }
    }

    private static void put(Row row, @Nullable Quantity quantity, String field, Map<String, String> units) {
        if (quantity != null) {
            String unit = units.entrySet().stream().filter(e -> e.getValue().equals(quantity.unit())).map(Map.Entry::getKey).findFirst().orElse(quantity.unit());
            row.set(field, quantity.value()).set(field + "Unit", unit);
        }
    }
}
