package io.tradelane.mappings.tree;

import io.tradelane.mappings.syntax.idoc.SegmentLayout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What segments, elements and codes are called. */
final class Names {

    private Names() {}

    /** Read when first asked for: the code lists are long. */
    private static final class Codes {
        static final Map<String, String> BY_KEY = read();

        private static Map<String, String> read() {
            Map<String, String> codes = new HashMap<>();
            try (InputStream in = Names.class.getResourceAsStream("codes.txt");
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                String element = "";
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int tab = line.indexOf('\t');
                    if (tab > 0) {
                        codes.put(element + "." + line.substring(0, tab), line.substring(tab + 1));
                    } else if (line.startsWith("#")) {
                        element = line.substring(1);
                    }
                }
                return codes;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read codes.txt", e);
            }
        }
    }

    private static final class Chinese {
        static final ResourceBundle NAMES = ResourceBundle.getBundle("io.tradelane.mappings.tree.names", Locale.SIMPLIFIED_CHINESE);
    }

    static String of(Locale locale, String id, String english) {
        if (!"zh".equals(locale.getLanguage())) {
            return english;
        }
        if (id.startsWith("E1") || id.startsWith("EDI_DC")) {
            return SegmentLayout.of(id).map(SegmentLayout::chinese).orElse(english);
        }
        return Chinese.NAMES.containsKey(id) ? Chinese.NAMES.getString(id) : english;
    }

    static @Nullable String code(Locale locale, String element, String code) {
        String key = element + "." + code;
        String english = Codes.BY_KEY.get(key);
        return "zh".equals(locale.getLanguage()) && Chinese.NAMES.containsKey(key) ? Chinese.NAMES.getString(key) : english;
    }
}
