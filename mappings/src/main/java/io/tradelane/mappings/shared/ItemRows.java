package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.CheckDigit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The article of a line: LIN C212, PIA (rows {@code articles}) and IMD (rows {@code descriptions}). */
public final class ItemRows {
    private static final Set<String> GTIN = Set.of("EN", "SRV", "UP", "UK", "EU", "IB");
    private static final Set<String> BUYER = Set.of("IN", "BP");
    private static final Set<String> SUPPLIER = Set.of("SA", "VP", "VN", "MF", "MP");
    private static final int PER_SEGMENT = 5;
    private static final int SRV_SINCE = 2001;

    private ItemRows() {}

    /** Says when the line names no article at all. */
    public static Item read(Row line, MappingReport report) {
        Map<String, String> found = new HashMap<>();
        String unqualified = null;
        String kind = line.text("itemKind");
        String id = line.text("item");
        if (id != null && !take(found, kind, id)) {
            unqualified = id;
        }
        for (Row row : line.rows("articles")) {
            for (int i = 1; i <= PER_SEGMENT; i++) {
                String article = row.text("id" + i);
                if (article != null && !take(found, row.text("kind" + i), article) && unqualified == null && row.text("kind" + i) == null) {
                    unqualified = article;
                }
            }
        }
        // A number nobody qualified is the supplier's as a rule; better than none at all.
        if (unqualified != null) {
            found.putIfAbsent(CheckDigit.isGtin(unqualified) ? "gtin" : "supplier", unqualified);
        }
        Item item = new Item(found.get("gtin"), found.get("buyer"), found.get("supplier"), description(line));
        if (found.isEmpty() && item.description() == null) {
            report.add(MappingError.ITEM_MISSING, line.position(), line.text("number"), null);
        }
        return item;
    }

    private static boolean take(Map<String, String> found, @Nullable String kind, String id) {
        String field = kind == null ? null
                : GTIN.contains(kind) ? "gtin"
                : BUYER.contains(kind) ? "buyer"
                : SUPPLIER.contains(kind) ? "supplier"
                : null;
        if (field != null) {
            found.putIfAbsent(field, id);
        }
        return field != null;
    }

    /** The batch number that a line's PIA names (7143 code NB). */
    public static @Nullable String batch(Row line) {
        for (Row row : line.rows("articles")) {
            for (int i = 1; i <= PER_SEGMENT; i++) {
                if ("NB".equals(row.text("kind" + i))) {
                    return row.text("id" + i);
                }
            }
        }
        return null;
    }

    /** Free-form descriptions first (7077 F or A), whichever comes otherwise. */
    private static @Nullable String description(Row line) {
        String first = null;
        for (Row row : line.rows("descriptions")) {
            String text = row.text("text");
            String form = row.text("form");
            if (text != null && (form == null || form.equals("F") || form.equals("A") || form.equals("E"))) {
                return text;
            }
            first = first == null ? text : first;
        }
        return first;
    }

    public static void write(Item item, @Nullable String batch, Row line, String directory) {
        if (item.gtin() != null) {
            line.set("item", item.gtin()).set("itemKind", Directory.year(directory) >= SRV_SINCE ? "SRV" : "EN");
        }
        article(line, item.supplierArticle(), "SA");
        article(line, item.buyerArticle(), "IN");
        article(line, batch, "NB");
        if (item.description() != null) {
            line.add("descriptions").set("form", "F").set("text", item.description());
        }
    }

    private static void article(Row line, @Nullable String id, String kind) {
        if (id != null) {
            line.add("articles").set("function", "1").set("id1", id).set("kind1", kind);
        }
    }
}
