package io.tradelane.trading.catalogue.search;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in pieces: sizes such as {@code M8×40}, measures such as {@code 4 mm}, article numbers, Latin words and runs of Chinese; each written
 * in the one form in which it is indexed and looked for.
 */
final class SearchText {
    private static final Map<String, String> CHINESE_UNITS = Map.ofEntries(
            Map.entry("毫米", "mm"), Map.entry("厘米", "cm"), Map.entry("米", "m"), Map.entry("公斤", "kg"), Map.entry("千克", "kg"), Map.entry("克", "g"),
            Map.entry("英寸", "in"), Map.entry("寸", "in"), Map.entry("伏", "v"), Map.entry("千瓦", "kw"), Map.entry("瓦", "w"), Map.entry("升", "l"),
            Map.entry("安", "a"));
    private static final Pattern CHINESE_UNIT = Pattern.compile("(?<=\\d)\\s*(毫米|厘米|米|公斤|千克|克|英寸|寸|伏|千瓦|瓦|升|安)");
    private static final String UNITS = "mm|cm|km|kg|mg|g|m|inch|in|ft|kw|kv|mpa|bar|mah|ah|v|w|a|ml|l|hz|rpm";
    private static final String NUMBER = "\\d+(?:\\.\\d+)?";
    private static final Pattern PIECE = Pattern.compile(
            "(?<size>(?<![a-z0-9])[a-z]{0,3}" + NUMBER + "(?:\\s?[x*]\\s?" + NUMBER + ")+(?![a-z0-9]))"
                    + "|(?<measure>(?<![a-z0-9.])(?<value>\\d+(?:[.,]\\d+)?)\\s?(?<unit>" + UNITS + ")(?![a-z0-9]))"
                    + "|(?<word>[a-z0-9]+(?:[-./_#+][a-z0-9]+)*)"
                    + "|(?<chinese>\\p{IsHan}+)");
    /** {@code 8mm x 40mm} is {@code 8x40}. */
    private static final Pattern MILLIMETRES = Pattern.compile("(\\d)\\s?mm(?=\\s?[x*]\\s?\\d)");
    private static final Pattern LAST_MILLIMETRES = Pattern.compile("((?<=\\d)\\s?[x*]\\s?" + NUMBER + ")\\s?mm(?![a-z0-9])");
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private SearchText() {}

    enum Kind {
        SIZE,
        MEASURE,
        /** Letters and digits, or several parts. */
        CODE,
        WORD,
        CHINESE
    }

    record Piece(Kind kind, String text) {}

    /** Widths, cases, accents, signs of multiplication and Chinese units in one form. */
    static String normal(String text) {
        String folded = Normalizer.normalize(text.replace('×', '*').replace('✕', '*').replace('╳', '*').replace('″', '"'), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).replace("ß", "ss").replaceAll("(?<=\\d)\\s?\"", "in").replaceAll("[øφ](?=\\s?\\d)", " ");
        String units = CHINESE_UNIT.matcher(folded).replaceAll(found -> String.valueOf(CHINESE_UNITS.get(found.group(1))));
        return LAST_MILLIMETRES.matcher(MILLIMETRES.matcher(units).replaceAll("$1")).replaceAll("$1");
    }

    static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(normal(text));
        while (matcher.find()) {
            if (matcher.group("size") != null) {
                pieces.add(new Piece(Kind.SIZE, size(matcher.group("size"))));
            } else if (matcher.group("measure") != null) {
                pieces.add(new Piece(Kind.MEASURE, measure(matcher.group("value"), matcher.group("unit"))));
            } else if (matcher.group("word") != null) {
                String word = matcher.group("word");
                boolean letters = word.chars().allMatch(c -> c >= 'a' && c <= 'z');
                pieces.add(new Piece(letters ? Kind.WORD : Kind.CODE, letters ? stem(word) : word));
            } else {
                pieces.add(new Piece(Kind.CHINESE, matcher.group("chinese")));
            }
        }
        return pieces;
    }

    static String size(String found) {
        return found.replace('*', 'x').replace(" ", "");
    }

    static boolean isSize(String part) {
        return part.matches("[a-z]{0,3}" + NUMBER + "(?:x" + NUMBER + ")+");
    }

    private static String measure(String value, String unit) {
        return new BigDecimal(value.replace(',', '.')).stripTrailingZeros().toPlainString() + (unit.equals("inch") ? "in" : unit);
    }

    /** A plural is looked for as its singular; nothing finer, as article names are short. */
    static String stem(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && word.matches(".*(?:ch|sh|x|ss)es")) {
            return word.substring(0, word.length() - 2);
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")
                ? word.substring(0, word.length() - 1) : word;
    }

    /** The parts of an article number: at separators, and where letters meet digits. */
    static List<String> parts(String code) {
        List<String> parts = new ArrayList<>();
        for (String part : code.split("[-./_#+]")) {
            parts.add(part);
            if (!isSize(part) && DIGIT.matcher(part).find() && part.length() > 2) {
                for (String atom : part.split("(?<=[a-z])(?=\\d)|(?<=\\d)(?=[a-z])")) {
                    if (!atom.equals(part)) {
                        parts.add(atom);
                    }
                }
            }
        }
        return parts;
    }

    static String joined(String code) {
        return code.replaceAll("[-./_#+]", "");
    }
}
