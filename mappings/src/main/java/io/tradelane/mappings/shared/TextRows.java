package io.tradelane.mappings.shared;

import io.tradelane.mappings.cartridge.Row;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** FTX segments, declared as rows {@code texts}. */
public final class TextRows {
    /** 4451: general information. */
    private static final String NOTE = "AAI";
    /** 4451: terms of payment. */
    private static final String TERMS = "AAB";
    private static final Set<String> TERMS_TOO = Set.of("AAB", "PMT", "PMD");
    /** What one FTX holds in the old directories, five texts of 70. */
    private static final int SEGMENT = 5 * 70;

    private TextRows() {}

    /** General information, or, where there is none, every other text that is not about payment. */
    public static @Nullable String note(Row owner) {
        String note = joined(owner, NOTE::equals);
        return note != null ? note : joined(owner, subject -> !TERMS_TOO.contains(subject));
    }

    public static @Nullable String terms(Row owner) {
        return joined(owner, TERMS_TOO::contains);
    }

    private static @Nullable String joined(Row owner, Predicate<String> subjects) {
        List<String> texts = owner.rows("texts").stream()
                .filter(row -> subjects.test(String.valueOf(row.text("subject"))) && row.text("text") != null)
                .map(row -> String.valueOf(row.text("text")))
                .toList();
        return texts.isEmpty() ? null : texts.stream().collect(Collectors.joining(" "));
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
