package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** FTX segments, declared as rows {@code texts}. */
public final class TextRows {
    /** 4451: general information. */
    public static final String NOTE = "AAI";
    /** 4451: terms of payment. */
    private static final String TERMS = "AAB";
    /** 4451: tax declaration. */
    public static final String TAX = "TXD";
    private static final Set<String> TERMS_TOO = Set.of("AAB", "PMT", "PMD");
    /** What one FTX holds in the old directories, five texts of 70. */
    private static final int SEGMENT = 5 * 70;

    private TextRows() {}

    /** General information, or, where there is none, every other text that is not about payment. */
    public static @Nullable String note(Row owner) {
        Row first = owner.first("texts");
        if (first == null) {
            return null;
        }
        String note = joined(first, NOTE::equals);
        return note != null ? note : joined(first, subject -> !TERMS_TOO.contains(subject) && !subject.equals(TAX));
    }

    /** What is said on one subject (4451). */
    public static @Nullable String of(Row owner, String subject) {
        return joined(owner.first("texts"), subject::equals);
    }

    /** What each segment on one subject says. */
    public static List<String> each(Row owner, String subject) {
        return owner.rows("texts").stream()
                .filter(row -> subject.equals(row.text("subject")) && row.text("text") != null)
                .map(row -> String.valueOf(row.text("text"))).toList();
    }

    public static @Nullable String terms(Row owner) {
        return joined(owner.first("texts"), TERMS_TOO::contains);
    }

    private static @Nullable String joined(@Nullable Row first, Predicate<String> subjects) {
        String joined = null;
        for (Row row = first; row != null; row = row.next()) {
            String text = row.text("text");
            if (text != null && subjects.test(String.valueOf(row.text("subject")))) {
                joined = joined == null ? text : joined + " " + text;
            }
        }
        return joined;
    }

    public static void writeNote(@Nullable String text, Row owner) {
        write(NOTE, text, owner);
    }

    public static void writeTerms(@Nullable String text, Row owner) {
        write(TERMS, text, owner);
    }

    /** A text longer than a segment goes on in the next one, broken between words. */
    public static void write(String subject, @Nullable String text, Row owner) {
        String rest = text == null ? "" : text.strip();
        while (!rest.isEmpty()) {
            int end = rest.length() <= SEGMENT ? rest.length() : rest.lastIndexOf(' ', SEGMENT);
            end = end <= 0 ? SEGMENT : end;
            owner.add("texts").set("subject", subject).set("text", rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
    }
}
