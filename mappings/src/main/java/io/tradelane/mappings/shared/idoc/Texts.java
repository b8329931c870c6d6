package io.tradelane.mappings.shared.idoc;

import io.tradelane.mappings.syntax.idoc.IdocSegment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts of any length: a segment that says which, and lines below it whose format is * for a new line, = for no blank between. */
public final class Texts {
    private Texts() {}

    /** All of them, {@code null} for none. @param type E1EDKT1, lines E1EDKT2 */
    public static @Nullable String read(List<IdocSegment> segments, String type, String lines) {
        StringBuilder text = new StringBuilder();
        for (IdocSegment segment : segments) {
            if (segment.name().equals(type)) {
                boolean first = true;
                for (IdocSegment line : segment.children(lines)) {
                    String format = line.value("TDFORMAT");
                    if (!text.isEmpty()) {
                        text.append(first || format.equals("*") || format.equals("/") ? "\n" : format.equals("=") ? "" : " ");
                    }
                    text.append(line.value("TDLINE"));
                    first = false;
                }
            }
        }
        return text.isEmpty() ? null : text.toString();
    }

    /** @param width of a line */
    public static void write(@Nullable String text, IdocSegment above, String type, String lines, int width) {
        if (text == null || text.isBlank()) {
            return;
        }
        IdocSegment head = above.append(type).set("TDID", "0001");
        for (String line : text.strip().split("\n")) {
            String rest = line.strip();
            String format = "*";
            while (!rest.isEmpty()) {
                int blank = rest.length() <= width ? rest.length() : rest.lastIndexOf(' ', width);
                int end = blank > 0 ? blank : width;
                head.append(lines).set("TDLINE", rest.substring(0, end)).set("TDFORMAT", format);
                format = blank > 0 ? null : "=";
                rest = rest.substring(end).strip();
            }
        }
    }
}
