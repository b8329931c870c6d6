package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.FieldNames;
import io.tradelane.mappings.cartridge.Row;
import io.tradelane.trading.document.Item;
import io.tradelane.trading.shared.CheckDigit;
import org.jspecify.annotations.Nullable;

/** The article of a line: LIN C212, PIA (rows {@code articles}) and IMD (rows {@code descriptions}). */
public final class ItemRows {
    private static final FieldNames IDS = FieldNames.of("id", 5);
    private static final FieldNames KINDS = FieldNames.of("kind", 5);
    private static final int SRV_SINCE = 2001;

    private @Nullable String gtin;
    private @Nullable String buyer;
    private @Nullable String supplier;
    private @Nullable String unqualified;

    private ItemRows() {}

    /** Says when the line names no article at all. */
    public static Item read(Row line, MappingReport report) {
        ItemRows found = new ItemRows();
        if (line.layout().hasField("item")) {
            found.take(line.text("item"), line, line.layout().slot("itemKind"));
        }
        found.takeArticles(line);
        Item item = found.item(description(line));
        if (isEmpty(item)) {
            report.add(MappingError.ITEM_MISSING, line.position(), line.text("number"), null);
        }
        return item;
    }

    /** 7143 says whose number it is; of two of a kind the first counts. */
    private void take(@Nullable String id, Row row, int kindSlot) {
        if (id == null) {
            return;
        }
        String kind = row.text(kindSlot);
        switch (kind == null ? "" : kind) {
            case "EN", "SRV", "UP", "UK", "EU", "IB" -> gtin = gtin == null ? id : gtin;
            case "IN", "BP" -> buyer = buyer == null ? id : buyer;
            case "SA", "VP", "VN", "MF", "MP" -> supplier = supplier == null ? id : supplier;
            case "" -> unqualified = unqualified == null ? id : unqualified;
            default -> { }
        }
    }

    /** A number nobody qualified is the supplier's as a rule; better than none at all. */
    private Item item(@Nullable String description) {
        if (unqualified != null && gtin == null && CheckDigit.isGtin(unqualified)) {
            gtin = unqualified;
        } else if (supplier == null) {
            supplier = unqualified;
        }
        return new Item(gtin, buyer, supplier, description);
    }

    public static boolean isEmpty(Item item) {
        return item.gtin() == null && item.buyerArticle() == null && item.supplierArticle() == null && item.description() == null;
    }

    /** Of a place that has PIA segments alone, and need not name an article. */
    public static Item readArticles(Row owner) {
        ItemRows found = new ItemRows();
        found.takeArticles(owner);
        return found.item(null);
    }

    private void takeArticles(Row owner) {
        for (Row row = owner.first("articles"); row != null; row = row.next()) {
            int[] ids = IDS.in(row);
            int[] kinds = KINDS.in(row);
            for (int i = 0; i < ids.length; i++) {
                take(row.text(ids[i]), row, kinds[i]);
            }
        }
    }

    /** The batch number that a line's PIA names (7143 code NB). */
    public static @Nullable String batch(Row line) {
        return article(line, "NB");
    }

    /** The first number of this kind (7143) that a PIA names. */
    public static @Nullable String article(Row line, String kind) {
        for (Row row = line.first("articles"); row != null; row = row.next()) {
            int[] kinds = KINDS.in(row);
            for (int i = 0; i < kinds.length; i++) {
                if (kind.equals(row.text(kinds[i]))) {
                    return row.text(IDS.in(row)[i]);
                }
            }
        }
        return null;
    }

    /** Free-form descriptions first (7077 F or A), whichever comes otherwise. */
    private static @Nullable String description(Row line) {
        String first = null;
        for (Row row = line.first("descriptions"); row != null; row = row.next()) {
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
            line.set("item", item.gtin()).set("itemKind", gtinKind(directory));
        }
        writeArticles(item, line);
        article(line, batch, "NB");
        if (item.description() != null) {
            line.add("descriptions").set("form", "F").set("text", item.description());
        }
    }

    /** To a place that has PIA segments alone. */
    public static void writeAllArticles(Item item, Row owner, String directory) {
        article(owner, item.gtin(), gtinKind(directory));
        writeArticles(item, owner);
    }

    private static void writeArticles(Item item, Row owner) {
        article(owner, item.supplierArticle(), "SA");
        article(owner, item.buyerArticle(), "IN");
    }

    private static String gtinKind(String directory) {
        return Directory.year(directory) >= SRV_SINCE ? "SRV" : "EN";
    }

    public static void article(Row line, @Nullable String id, String kind) {
        if (id != null) {
            line.add("articles").set("function", "1").set("id1", id).set("kind1", kind);
        }
    }
}
