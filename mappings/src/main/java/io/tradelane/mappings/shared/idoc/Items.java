package io.tradelane.mappings.shared.idoc;

import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import io.tradelane.trading.document.Item;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lines and their articles: E1EDP01 with E1EDP19, where 001 is the buyer's number, 002 the vendor's, 003 the GTIN. */
public final class Items {
    private static final String[] GTIN = {"003", "EAN", "004"};

    private Items() {}

    public static Item read(IdocSegment line, Idoc idoc) {
        String gtin = null;
        for (String qualifier : GTIN) {
            gtin = gtin == null ? number(line, qualifier) : gtin;
        }
        String buyer = number(line, "001");
        String supplier = number(line, "002");
        if (buyer == null && supplier == null && gtin == null) {
            supplier = line.key("MATNR");
        }
        String text = null;
        for (IdocSegment article : line.children("E1EDP19")) {
            text = text == null ? article.text("KTEXT") : text;
        }
        Item item = new Item(gtin, buyer, supplier, text);
        if (gtin == null && buyer == null && supplier == null && text == null) {
            idoc.report().add(MappingError.ITEM_MISSING, line, null, null, "E1EDP19");
        }
        return item;
    }

    private static @Nullable String number(IdocSegment line, String qualifier) {
        IdocSegment article = line.child("E1EDP19", "QUALF", qualifier);
        return article == null ? null : qualifier.equals("003") || qualifier.equals("EAN") ? article.text("IDTNR") : article.key("IDTNR");
    }

    public static void write(Item item, IdocSegment line) {
        boolean text = write(item.buyerArticle(), "001", item.description(), line);
        text |= write(item.supplierArticle(), "002", text ? null : item.description(), line);
        text |= write(item.gtin(), "003", text ? null : item.description(), line);
        if (!text && item.description() != null) {
            line.append("E1EDP19").set("QUALF", "001").set("KTEXT", item.description());
        }
    }

    /** @return whether there is one, with the text */
    private static boolean write(@Nullable String number, String qualifier, @Nullable String text, IdocSegment line) {
        if (number != null) {
            line.append("E1EDP19").set("QUALF", qualifier).set("IDTNR", number).set("KTEXT", text);
        }
        return number != null;
    }

    /** Numbers of lines: POSEX without its zeros, counted where it is missing, said where it is there twice. */
    public static final class Numbers {
        private final Set<String> used = new HashSet<>();
        private final Idoc idoc;

        public Numbers(Idoc idoc) {
            this.idoc = idoc;
        }

        public String next(IdocSegment line, String field, int index) {
            String told = line.text(field);
            String number = told == null ? Integer.toString(index) : position(told);
            if (told == null) {
                idoc.report().add(MappingError.LINE_NUMBER_ASSUMED, line, field, null, number);
            }
            if (!used.add(number)) {
                idoc.report().add(MappingError.LINE_NUMBER_REPEATED, line, field, number, null);
            }
            return number;
        }
    }

    /** 10 for 000010. */
    public static String position(String told) {
        int zeros = 0;
        while (zeros < told.length() - 1 && told.charAt(zeros) == '0') {
            zeros++;
        }
        return told.substring(zeros);
    }

    /** 000010 for 10; what is no number as it is. */
    public static @Nullable String padded(@Nullable String number) {
        return number != null && number.length() < 6 && number.chars().allMatch(c -> c >= '0' && c <= '9')
                ? "0".repeat(6 - number.length()) + number : number;
    }
}
