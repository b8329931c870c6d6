package io.tradelane.mappings.table;

import io.tradelane.mappings.syntax.xml.XmlCursor;
import io.tradelane.mappings.syntax.xml.XmlRefused;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which part is the first sheet that is not hidden, and from when days are counted. */
final class SheetNames {
    private final Map<String, String> targets = new HashMap<>();
    private @Nullable String relationship;
    private boolean days1904;

    void workbook(XmlCursor cursor) throws IOException, XmlRefused {
        cursor.root();
        cursor.children(name -> {
            switch (name) {
                case "workbookPr" -> days1904 = truth(cursor.attribute("date1904"));
                case "sheets" -> cursor.children(sheet -> {
                    String state = cursor.attribute("state");
                    if (relationship == null && (state == null || state.equals("visible"))) {
                        relationship = cursor.attribute("id");
                    }
                });
                default -> { }
            }
        });
    }

    void relationships(XmlCursor cursor) throws IOException, XmlRefused {
        cursor.root();
        cursor.children(name -> {
            String id = cursor.attribute("Id");
            String target = cursor.attribute("Target");
            if (id != null && target != null) {
                targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
    }

    private static boolean truth(@Nullable String text) {
        return "1".equals(text) || "true".equals(text);
    }

    boolean days1904() {
        return days1904;
    }

    @Nullable String first(Set<String> parts) {
        String target = relationship == null ? null : targets.get(relationship);
        return target != null && parts.contains(target) ? target
                : parts.contains("xl/worksheets/sheet1.xml") ? "xl/worksheets/sheet1.xml" : null;
    }
}
