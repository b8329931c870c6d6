package io.tradelane.mappings.syntax.swift;

import java.text.Normalizer;
import java.util.Map;

/** SWIFT character set X: what FIN messages are written in. */
public final class CharacterSetX {
    private static final String SIGNS = " /-?:().,'+";
    /** What a letter becomes that is more than a letter with a mark; others lose the mark. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ä', "ae"), Map.entry('ö', "oe"), Map.entry('ü', "ue"), Map.entry('Ä', "Ae"), Map.entry('Ö', "Oe"),
            Map.entry('Ü', "Ue"), Map.entry('ß', "ss"), Map.entry('æ', "ae"), Map.entry('Æ', "Ae"), Map.entry('ø', "oe"),
            Map.entry('Ø', "Oe"), Map.entry('å', "a"), Map.entry('Å', "A"), Map.entry('ł', "l"), Map.entry('Ł', "L"),
            Map.entry('đ', "d"), Map.entry('Đ', "D"), Map.entry('&', "+"), Map.entry('"', "'"), Map.entry('’', "'"),
            Map.entry('–', "-"), Map.entry('_', "-"), Map.entry('*', "."), Map.entry(';', ","), Map.entry('#', "."),
            Map.entry('\n', " "), Map.entry('\t', " "));

    private CharacterSetX() {}

    public static boolean has(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9' || SIGNS.indexOf(sign) >= 0;
    }

    public static boolean has(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!has(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** In the letters of the set as far as that can be done; what cannot is left as it is. */
    public static String transliterated(String text) {
        if (has(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            String letters = has(sign) ? null : LETTERS.get(sign);
            if (letters != null) {
                out.append(letters);
            } else {
                out.append(has(sign) ? Character.toString(sign) : bare(sign));
            }
        }
        return out.toString();
    }

    private static String bare(char sign) {
        String bare = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return bare.isEmpty() || !has(bare) ? Character.toString(sign) : bare;
    }
}
