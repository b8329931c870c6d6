package io.tradelane.mappings.shared.idoc;

import io.tradelane.mappings.syntax.idoc.Idoc;
import io.tradelane.mappings.syntax.idoc.IdocSegment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Terms of payment: E1EDK18 with days, percent and text, or the key ZTERM. */
public final class Terms {
    private static final int WIDTH = 70;
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(9999);

    private Terms() {}

    public static @Nullable String read(Idoc idoc, IdocSegment header) {
        StringBuilder text = new StringBuilder();
        for (IdocSegment terms : idoc.segments("E1EDK18")) {
            String part = terms.text("ZTERM_TXT");
            if (part != null) {
                text.append(text.isEmpty() ? "" : " ").append(part);
            }
        }
        return text.isEmpty() ? header.text("ZTERM") : text.toString();
    }

    /** After the days without deduction, counted from the document's date; {@code null} when they are not said. */
    public static @Nullable LocalDate due(Idoc idoc, LocalDate issued) {
        LocalDate due = null;
        for (IdocSegment terms : idoc.segments("E1EDK18")) {
            BigDecimal days = terms.number("TAGE");
            BigDecimal percent = terms.number("PRZNT");
            boolean net = percent == null || percent.signum() == 0;
            if (days != null && net && days.signum() >= 0 && days.compareTo(MOST_DAYS) <= 0) {
                LocalDate end = issued.plusDays(days.longValue());
                due = due == null || end.isAfter(due) ? end : due;
            }
        }
        return due;
    }

    /** @param due {@code null} for none */
    public static void write(@Nullable String text, @Nullable LocalDate due, LocalDate issued, IdocSegment root) {
        List<String> parts = parts(text);
        if (due != null && parts.isEmpty()) {
            parts.add("");
        }
        for (int i = 0; i < parts.size(); i++) {
            IdocSegment terms = root.append("E1EDK18").set("QUALF", "00" + (i + 1)).set("ZTERM_TXT", parts.get(i));
            if (i == 0 && due != null) {
                terms.set("TAGE", Long.toString(ChronoUnit.DAYS.between(issued, due)));
            }
        }
    }

    private static List<String> parts(@Nullable String text) {
        List<String> parts = new ArrayList<>();
        String rest = text == null ? "" : text.strip();
        while (!rest.isEmpty()) {
            int blank = rest.length() <= WIDTH ? rest.length() : rest.lastIndexOf(' ', WIDTH);
            int end = blank > 0 ? blank : WIDTH;
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        return parts;
    }
}
