package io.tradelane.mappings.shared.x12;

import io.tradelane.mappings.cartridge.FieldNames;
import io.tradelane.mappings.cartridge.Row;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.shared.MappingReport;
import io.tradelane.trading.document.Item;
import org.jspecify.annotations.Nullable;

/** Pairs of product identifiers and their qualifiers (235, 234), declared as kind1, id1 …, and PID segments (rows {@code descriptions}). */
public final class Items {
    private static final int MOST = 25;
    private static final FieldNames IDS = FieldNames.of("id", MOST);
    private static final FieldNames KINDS = FieldNames.of("kind", MOST);

    private @Nullable String gtin;
    private @Nullable String buyer;
    private @Nullable String supplier;
    private @Nullable String sku;
    private @Nullable String maker;
    private @Nullable String words;

    private Items() {}

    /** Says when the line names no article at all. */
    public static Item read(Row line, MappingReport report) {
        Items found = new Items();
        int[] ids = IDS.in(line);
        int[] kinds = KINDS.in(line);
        for (int i = 0; i < ids.length; i++) {
            String id = line.text(ids[i]);
            if (id != null) {
                found.take(String.valueOf(line.text(kinds[i])), id);
            }
        }
        Item item = found.item(description(line));
        if (item.gtin() == null && item.buyerArticle() == null && item.supplierArticle() == null && item.description() == null) {
            report.add(MappingError.ITEM_MISSING, line.position(), null, null);
        }
        return item;
    }

    private void take(String kind, String id) {
        switch (kind) {
            case "UP", "UK", "EN", "UI", "UA", "EO", "UD", "UE", "UN", "IB" -> gtin = gtin == null ? id : gtin;
            case "BP", "IN", "CB", "PI" -> buyer = buyer == null ? id : buyer;
            case "VP", "VN", "VC", "VA" -> supplier = supplier == null ? id : supplier;
            case "SK" -> sku = sku == null ? id : sku;
            case "MG", "MN", "MF" -> maker = maker == null ? id : maker;
            case "PD" -> words = words == null ? id : words;
            default -> { }
        }
    }

    /** A stock keeping unit is the buyer's as a rule, a maker's number the supplier's. */
    private Item item(@Nullable String description) {
        String ofBuyer = buyer == null ? sku : buyer;
        return new Item(gtin, ofBuyer, supplier == null ? maker : supplier, description == null ? words : description);
    }

    private static @Nullable String description(Row line) {
        if (!line.layout().hasRows("descriptions")) {
            return null;
        }
        for (Row row = line.first("descriptions"); row != null; row = row.next()) {
            String text = row.text("text");
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The value of another qualifier, such as LT for a lot. */
    public static @Nullable String other(Row line, String kind) {
        int[] ids = IDS.in(line);
        int[] kinds = KINDS.in(line);
        for (int i = 0; i < ids.length; i++) {
            if (kind.equals(line.text(kinds[i]))) {
                return line.text(ids[i]);
            }
        }
        return null;
    }

    /** @param lot {@code null} when there is none */
    public static void write(Item item, @Nullable String lot, Row line) {
        int next = 0;
        next = pair(line, next, gtinKind(item.gtin()), item.gtin());
        next = pair(line, next, "BP", item.buyerArticle());
        next = pair(line, next, "VP", item.supplierArticle());
        next = pair(line, next, "LT", lot);
        if (item.description() == null) {
            return;
        }
        if (line.layout().hasRows("descriptions")) {
            line.add("descriptions").set("form", "F").set("text", item.description());
        } else {
            pair(line, next, "PD", item.description());
        }
    }

    /** A further pair, behind those there are; nothing for {@code null}. */
    public static void add(Row line, String kind, @Nullable String id) {
        int[] ids = IDS.in(line);
        int at = 0;
        while (at < ids.length && line.text(ids[at]) != null) {
            at++;
        }
        pair(line, at, kind, id);
    }

    private static String gtinKind(@Nullable String gtin) {
        return switch (gtin == null ? 0 : gtin.length()) {
            case 8 -> "EO";
            case 12 -> "UP";
            case 14 -> "UK";
            default -> "EN";
        };
    }

    private static int pair(Row line, int at, String kind, @Nullable String id) {
        int[] ids = IDS.in(line);
        if (id == null || at >= ids.length) {
            return at;
        }
        line.value(KINDS.in(line)[at], kind);
        line.value(ids[at], id);
        return at + 1;
    }
}
