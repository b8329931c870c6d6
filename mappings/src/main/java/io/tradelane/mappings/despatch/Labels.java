package io.tradelane.mappings.despatch;

import io.tradelane.mappings.cartridge.Row;
import java.util.ArrayList;
import java.util.List;

/** MAN segments with SSCCs, declared as rows {@code marks}. */
final class Labels {
    private static final String SSCC = "GM";

    private Labels() {}

    static List<String> read(Row owner) {
        List<String> labels = new ArrayList<>();
        for (Row mark : owner.rows("marks")) {
            String text = mark.text("mark");
            if (SSCC.equals(mark.text("kind")) && text != null) {
                labels.add(text.length() == 20 && text.startsWith("00") ? text.substring(2) : text);
            }
        }
        return List.copyOf(labels);
    }

    static void write(List<String> labels, Row owner) {
        labels.forEach(label -> owner.add("marks").set("kind", SSCC).set("mark", label));
    }
}
