package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import java.util.ArrayList;
import java.util.List;

/** Serial shipping container codes: PCI groups (rows {@code marks}) with GIN (rows {@code identities}). */
public final class LabelRows {
    private static final String[] IDS = {"id1", "id2", "id3", "id4", "id5"};
    private static final int AW_SINCE = 2003;
    /** 4233: mark serial shipping container code. */
    private static final String MARKED_WITH_SSCC = "30";

    private LabelRows() {}

    /** Of everything that the owner's marks name. */
    public static List<String> read(Row owner) {
        List<String> labels = new ArrayList<>();
        for (Row mark : owner.rows("marks")) {
            for (Row identity : mark.rows("identities")) {
                String kind = identity.text("kind");
                for (String id : IDS) {
                    String sscc = identity.text(id);
                    if (sscc != null && ("BJ".equals(kind) || "AW".equals(kind))) {
                        labels.add(sscc);
                    }
                }
            }
        }
        return labels;
    }

    public static void write(String sscc, Row owner, String directory) {
        Row mark = owner.add("marks").set("instructions", MARKED_WITH_SSCC);
        mark.add("identities").set("kind", kind(directory)).set("id1", sscc);
    }

    /** 7405: the code for an SSCC, which changed. */
    private static String kind(String directory) {
        return Directory.year(directory) < AW_SINCE ? "BJ" : "AW";
    }
}
