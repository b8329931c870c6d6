package io.tradelane.trading.catalogue.search;

import io.tradelane.trading.catalogue.search.SearchText.Kind;
import io.tradelane.trading.catalogue.search.SearchText.Piece;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups of words of the same meaning, in Chinese and in Latin letters; their Chinese words are also those that a run of Chinese is taken apart by. */
public final class Synonyms {
    public static final Synonyms NONE = new Synonyms(List.of(), List.of());
    private final Map<String, Set<String>> groups = new HashMap<>();
    private final Set<String> chinese = new LinkedHashSet<>();
    private final int longest;

    /** @param groups words of the same meaning @param words further Chinese words, such as names of categories */
    public Synonyms(Collection<? extends Collection<String>> groups, Collection<String> words) {
        for (Collection<String> group : groups) {
            List<String> keys = group.stream().map(Synonyms::key).filter(key -> !key.isEmpty()).toList();
            keys.forEach(key -> this.groups.computeIfAbsent(key, none -> new LinkedHashSet<>()).addAll(keys));
        }
        this.groups.keySet().forEach(this::know);
        words.stream().map(Synonyms::key).forEach(this::know);
        longest = chinese.stream().mapToInt(String::length).max().orElse(0);
    }

    private void know(String key) {
        if (!key.isEmpty() && key.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
            chinese.add(key);
        }
    }

    /** The form in which a phrase is looked up: its pieces, with blanks between. */
    private static String key(String phrase) {
        return SearchText.pieces(phrase).stream().map(Piece::text).collect(Collectors.joining(" "));
    }

    /** Others of the same meaning, and itself; empty when there are none. */
    Set<String> of(String key) {
        return groups.getOrDefault(key, Set.of());
    }

    /** A run of Chinese in words: the longest known first, what is between them as it is. */
    List<Piece> words(String run) {
        List<Piece> words = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < run.length()) {
            int length = known(run, at);
            if (length == 0) {
                at++;
                continue;
            }
            if (at > start) {
                words.add(new Piece(Kind.CHINESE, run.substring(start, at)));
            }
            words.add(new Piece(Kind.CHINESE, run.substring(at, at + length)));
            at += length;
            start = at;
        }
        if (start < run.length()) {
            words.add(new Piece(Kind.CHINESE, run.substring(start)));
        }
        return words;
    }

    private int known(String run, int at) {
        for (int length = Math.min(longest, run.length() - at); length > 1; length--) {
            if (chinese.contains(run.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }
}
