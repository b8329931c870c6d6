package io.tradelane.mappings.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What columns and units are usually called. */
public final class HeaderNames {
    private HeaderNames() {}

    private static final class Read {
        static final Map<String, String> FIELDS = words("headers.txt");
        static final Map<String, String> UNITS = words("units.txt");
    }

    private static Map<String, String> words(String resource) {
        Map<String, String> words = new HashMap<>();
        try (InputStream bytes = Objects.requireNonNull(HeaderNames.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] word = line.split(" ");
                for (int i = 1; i < word.length && !line.startsWith("#"); i++) {
                    words.put(word[i], word[0]);
                }
            }
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code null} for a name that says nothing here. What stands in brackets may be a unit or currency, or a part of the name. */
    public static @Nullable TableField field(String header) {
        String name = Read.FIELDS.get(plain(header));
        if (name == null) {
            int bracket = Math.max(header.indexOf('('), Math.max(header.indexOf('（'), header.indexOf('[')));
            name = Read.FIELDS.get(plain(bracket > 0 ? header.substring(0, bracket) : withoutLastWord(header)));
        }
        for (TableField field : TableField.values()) {
            if (name == null && field.header().equalsIgnoreCase(header.strip())) {
                return field;
            }
        }
        return name == null ? null : TableField.valueOf(name);
    }

    /** {@code Price EUR}, {@code Preis in EUR}: without the currency. */
    private static String withoutLastWord(String header) {
        String text = header.strip();
        int space = text.lastIndexOf(' ');
        if (space < 0 || HeaderCurrency.of(text) == null) {
            return "";
        }
        String first = text.substring(0, space);
        return first.endsWith(" in") || first.endsWith(" en") ? first.substring(0, first.length() - 3) : first;
    }

    /** UN/ECE Recommendation 20; {@code null} when not known. */
    static @Nullable String unit(String text) {
        return Read.UNITS.get(plain(text));
    }

    /** Letters and digits alone, small, without accents. */
    private static String plain(String header) {
        String bare = Normalizer.normalize(header, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(bare.length());
        bare.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
