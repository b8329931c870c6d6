package io.tradelane.mappings.tree;

import io.tradelane.mappings.syntax.idoc.SegmentLayout;
import io.tradelane.mappings.syntax.x12.grammar.X12Directories;
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

/** What segments, elements and codes of a syntax are called. */
enum Vocabulary {
    EDIFACT {
        @Override
        @Nullable String chinese(String id) {
            return Chinese.NAMES.containsKey(id) ? Chinese.NAMES.getString(id) : null;
        }

        @Override
        @Nullable String code(Locale locale, String element, String code) {
            String key = element + "." + code;
            String english = Codes.BY_KEY.get(key);
            return isChinese(locale) && Chinese.NAMES.containsKey(key) ? Chinese.NAMES.getString(key) : english;
        }
    },
    X12 {
        @Override
        @Nullable String chinese(String id) {
            return X12Directories.standard().chineseName(id).orElse(null);
        }
    },
    IDOC {
        @Override
        @Nullable String chinese(String id) {
            return SegmentLayout.of(id).map(SegmentLayout::chinese).orElse(null);
        }
    },
    /** Names that say themselves what they mean. */
    XML;

    /** Read when first asked for: the code lists are long. */
    private static final class Codes {
        static final Map<String, String> BY_KEY = read();

        private static Map<String, String> read() {
            Map<String, String> codes = new HashMap<>();
            try (InputStream in = Vocabulary.class.getResourceAsStream("codes.txt");
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

    private static boolean isChinese(Locale locale) {
        return "zh".equals(locale.getLanguage());
    }

    final String name(Locale locale, String id, String english) {
        String chinese = isChinese(locale) ? chinese(id) : null;
        return chinese == null ? english : chinese;
    }

    @Nullable String chinese(String id) {
        return null;
    }

    /** What a code of an element means; {@code null} where nobody knows. */
    @Nullable String code(Locale locale, String element, String code) {
        return null;
    }
}
