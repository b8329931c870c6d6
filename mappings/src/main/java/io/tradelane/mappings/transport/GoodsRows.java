package io.tradelane.mappings.transport;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.Amounts;
import io.tradelane.mappings.shared.ItemRows;
import io.tradelane.mappings.shared.LabelRows;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.mappings.shared.ReferenceRows;
import io.tradelane.mappings.shared.TextRows;
import io.tradelane.mappings.syntax.DecimalText;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Reference;
import io.tradelane.trading.document.TransportInstructionDocument.Goods;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Goods of a transport: GID groups. */
final class GoodsRows {
    /** 4451: goods description. */
    private static final String DESCRIPTION = "AAA";
    /** 6311: measurement of the goods, weight, count. */
    private static final String MEASUREMENT = "AAE";
    private static final String COUNT = "CT";
    /** 6313. */
    private static final Set<String> GROSS = Set.of("G", "AAD", "AAB", "AAE", "AEL");
    private static final Set<String> VOLUME = Set.of("ABJ", "AAW", "AAX");
    private static final String PACKAGES = "PK";

    private GoodsRows() {}

    static List<Goods> read(Row message, MappingReport report) {
        List<Goods> goods = new ArrayList<>();
        for (Row row : message.rows("goods")) {
            String number = row.text("number");
            BigDecimal packages = row.decimal("packages");
            String type = row.text("packageType");
            Item item = ItemRows.readArticles(row);
            String description = TextRows.of(row, DESCRIPTION);
            goods.add(new Goods(
                    number == null ? Integer.toString(goods.size() + 1) : number,
                    ItemRows.isEmpty(item) ? null : item,
                    description == null ? TextRows.note(row) : description,
                    measure(row, measure -> COUNT.equals(measure.text("use"))),
                    packages == null ? null : Amounts.quantity(packages, type == null ? PACKAGES : type),
                    measure(row, measure -> GROSS.contains(String.valueOf(measure.text("kind")))),
                    measure(row, measure -> VOLUME.contains(String.valueOf(measure.text("kind")))),
                    List.copyOf(LabelRows.read(row)),
                    ReferenceRows.number(row, "ON")));
        }
        if (goods.isEmpty()) {
            report.add(MappingError.GOODS_MISSING, message.position(), null, "GID");
        }
        return List.copyOf(goods);
    }

    /** 6314 is text in later directories. */
    private static @Nullable Quantity measure(Row goods, Predicate<Row> wanted) {
        for (Row row : goods.rows("measures")) {
            BigDecimal value = number(row.text("value"));
            String unit = row.text("unit");
            if (wanted.test(row) && value != null && unit != null) {
                return Amounts.quantity(value, unit);
            }
        }
        return null;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : DecimalText.read(text);
    }

    static void write(List<Goods> goods, Row message, String directory) {
        for (Goods one : goods) {
            Row row = message.add("goods").set("number", one.lineNumber());
            if (one.packages() != null) {
                row.set("packages", one.packages().value()).set("packageType", one.packages().unit());
            }
            if (one.item() != null) {
                ItemRows.writeAllArticles(one.item(), row, directory);
            }
            TextRows.write(DESCRIPTION, one.description(), row);
            measure(row, COUNT, null, one.quantity());
            measure(row, MEASUREMENT, "AAD", one.grossWeight());
            measure(row, MEASUREMENT, "ABJ", one.volume());
            ReferenceRows.add(row, Reference.Kind.ORDER, one.orderNumber(), null);
            one.ssccs().forEach(sscc -> LabelRows.write(sscc, row, directory));
        }
    }

    private static void measure(Row goods, String use, @Nullable String kind, @Nullable Quantity quantity) {
        if (quantity != null) {
            goods.add("measures").set("use", use).set("kind", kind).set("unit", quantity.unit()).set("value", quantity.value());
        }
    }
}
