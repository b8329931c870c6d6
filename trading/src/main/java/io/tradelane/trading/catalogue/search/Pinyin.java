package io.tradelane.trading.catalogue.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.jspecify.annotations.Nullable;

/** How Chinese sounds, without tones: {@code 螺栓} is {@code luoshuan}. */
final class Pinyin {
    /** Before a token of sounds, so that none is taken for a word of another language. */
    static final String MARK = "p:";
    private static final int LONGEST = 6;
    private static final int MOST_READINGS = 3;
    private static final Map<Character, List<String>> READINGS = new ConcurrentHashMap<>();

    private Pinyin() {}

    /** Read when the first is asked for. */
    private static final class Syllables {
        static final Set<String> ALL = read();

        private static Set<String> read() {
            Set<String> all = new HashSet<>();
            for (char c = 0x4e00; c <= 0x9fa5; c++) {
                all.addAll(readings(c));
            }
            return all;
        }
    }

    /** Tokens of two neighbours each; characters of several readings give several. */
    static Set<String> pairs(String chinese) {
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < chinese.length(); i++) {
            for (String one : readings(chinese.charAt(i))) {
                for (String two : readings(chinese.charAt(i + 1))) {
                    pairs.add(MARK + one + two);
                }
            }
        }
        return pairs;
    }

    /** The tokens that a word typed in Latin letters stands for; null when it is no sequence of at least two syllables. */
    static @Nullable List<String> typed(String word) {
        List<String> syllables = new ArrayList<>();
        if (!split(word, 0, syllables) || syllables.size() < 2) {
            return null;
        }
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i + 1 < syllables.size(); i++) {
            tokens.add(MARK + syllables.get(i) + syllables.get(i + 1));
        }
        return tokens;
    }

    private static boolean split(String word, int from, List<String> syllables) {
        if (from == word.length()) {
            return true;
        }
        for (int end = Math.min(word.length(), from + LONGEST); end > from; end--) {
            if (Syllables.ALL.contains(word.substring(from, end))) {
                syllables.add(word.substring(from, end));
                if (split(word, end, syllables)) {
                    return true;
                }
                syllables.removeLast();
            }
        }
        return false;
    }

    private static List<String> readings(char c) {
        return READINGS.computeIfAbsent(c, key -> {
            String[] found = PinyinHelper.toHanyuPinyinStringArray(key);
            return found == null ? List.of() : Arrays.stream(found).map(sound -> sound.replaceAll("[0-9]", "").replace("u:", "v"))
                    .distinct().limit(MOST_READINGS).toList();
        });
    }
}
