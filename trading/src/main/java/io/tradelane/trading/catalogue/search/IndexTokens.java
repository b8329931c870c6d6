package io.tradelane.trading.catalogue.search;

import io.tradelane.trading.catalogue.search.SearchText.Piece;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the tokens of an article as the text of a PostgreSQL {@code tsvector}; of a token's places the weightiest counts, A before D. */
public final class IndexTokens {
    private static final int MOST_PLACES = 16_000;
    private final Map<String, Character> weights = new LinkedHashMap<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final Set<String> parts = new LinkedHashSet<>();

    /** @param weight {@code A} for names and numbers to {@code D} for descriptions */
    public IndexTokens add(@Nullable String text, char weight) {
        if (text != null) {
            SearchText.pieces(text).forEach(piece -> add(piece, weight));
        }
        return this;
    }

    private void add(Piece piece, char weight) {
        String text = piece.text();
        switch (piece.kind()) {
            case SIZE -> size(text, weight);
            case MEASURE -> {
                put(text, weight);
                put(text.replaceAll("[a-z]+$", ""), weight);
            }
            case CODE -> {
                put(SearchText.joined(text), weight);
                for (String part : SearchText.parts(text)) {
                    if (SearchText.isSize(part)) {
                        size(part, weight);
                    } else {
                        put(part, weight);
                    }
                }
            }
            case WORD -> {
                put(text, weight);
                if (text.length() > 3) {
                    words.add(text);
                }
            }
            case CHINESE -> {
                tokens(text).forEach(token -> put(token, weight));
                text.codePoints().forEach(c -> put(Character.toString(c), weight));
                if (weight <= 'C') {
                    Pinyin.pairs(text).forEach(token -> put(token, weight));
                }
            }
        }
    }

    /** {@code m8x40x7} is found by {@code m8x40} and {@code m8} as well, and without its letter. */
    private void size(String size, char weight) {
        String[] numbers = size.split("x");
        StringBuilder begun = new StringBuilder();
        for (String number : numbers) {
            begun.append(begun.isEmpty() ? "" : "x").append(number);
            put(begun.toString(), weight);
            put(begun.toString().replaceAll("^[a-z]+", ""), weight);
            parts.add(number.replaceAll("^[a-z]+", ""));
        }
    }

    /** Pairs of neighbours; a single character is its own token. */
    static Set<String> tokens(String chinese) {
        Set<String> tokens = new LinkedHashSet<>();
        for (int i = 0; i + 1 < chinese.length(); i++) {
            tokens.add(chinese.substring(i, i + 2));
        }
        return tokens.isEmpty() ? Set.of(chinese) : tokens;
    }

    private void put(String token, char weight) {
        if (!token.isEmpty() && token.length() < 100) {
            weights.merge(token, weight, (one, other) -> (char) Math.min(one, other));
        }
    }

    /** Whether one of the alternatives is there as a whole; of a size, its numbers count by themselves, in millimetres too. */
    public boolean has(QueryTerms.Term term) {
        return term.alternatives().stream().anyMatch(tokens -> tokens.stream().allMatch(token -> weights.containsKey(token) || parts.contains(token.replaceFirst("(?<=\\d)mm$", ""))));
    }

    /** Latin words, among which one typed wrong is looked for. */
    public Set<String> words() {
        return words;
    }

    /** For {@code cast(… as tsvector)}. */
    public String vector() {
        int[] place = {0};
        return weights.entrySet().stream().limit(MOST_PLACES)
                .map(entry -> "'" + entry.getKey() + "':" + ++place[0] + (entry.getValue() == 'D' ? "" : entry.getValue()))
                .collect(Collectors.joining(" "));
    }
}
