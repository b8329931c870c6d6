package io.tradelane.trading.catalogue.search;

import io.tradelane.trading.catalogue.search.SearchText.Kind;
import io.tradelane.trading.catalogue.search.SearchText.Piece;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What somebody types, as terms that all have to be there; of a term, one of its alternatives: as typed, as it sounds, or a word of the same meaning.
 *
 * @param terms in their order
 */
public record QueryTerms(List<Term> terms) {
    private static final Set<String> EMPTY_WORDS = Set.of("the", "of", "for", "and", "with", "a", "an", "in", "to", "的", "和", "用", "个", "or");
    private static final int LONGEST_PHRASE = 3;
    private static final int MOST_TERMS = 16;

    /** @param word what was typed @param latin whether it is a word of Latin letters, which may be typed wrong @param alternatives all tokens of one have to be there */
    public record Term(String word, boolean latin, List<List<String>> alternatives) {

        /** Whether it says how large or which one: a size, a measure or a number. */
        public boolean specific() {
            return word.chars().anyMatch(Character::isDigit);
        }

        Term or(List<String> tokens) {
            List<List<String>> more = new ArrayList<>(alternatives);
            more.add(tokens);
            return new Term(word, latin, more);
        }
    }

    public static QueryTerms of(String typed, Synonyms synonyms) {
        List<Piece> pieces = SearchText.pieces(typed).stream()
                .flatMap(piece -> piece.kind() == Kind.CHINESE ? synonyms.words(piece.text()).stream() : Stream.of(piece))
                .toList();
        List<Piece> telling = pieces.stream().filter(piece -> !EMPTY_WORDS.contains(piece.text())).toList();
        List<Piece> left = (telling.isEmpty() ? pieces : telling).stream().limit(MOST_TERMS).toList();
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < left.size(); ) {
            i += add(left, i, synonyms, terms);
        }
        return new QueryTerms(terms);
    }

    /** @return how many pieces the term takes */
    private static int add(List<Piece> pieces, int at, Synonyms synonyms, List<Term> terms) {
        for (int length = Math.min(LONGEST_PHRASE, pieces.size() - at); length > 0; length--) {
            List<Piece> phrase = pieces.subList(at, at + length);
            Set<String> same = synonyms.of(phrase.stream().map(Piece::text).collect(Collectors.joining(" ")));
            if (length == 1 || !same.isEmpty()) {
                Set<List<String>> alternatives = new LinkedHashSet<>();
                if (length == 1) {
                    alternatives.addAll(alternatives(phrase.getFirst()));
                } else {
                    alternatives.add(phrase.stream().flatMap(piece -> alternatives(piece).getFirst().stream()).toList());
                }
                same.forEach(word -> alternatives.add(SearchText.pieces(word).stream().flatMap(piece -> alternatives(piece).getFirst().stream()).toList()));
                terms.add(new Term(phrase.stream().map(Piece::text).collect(Collectors.joining(" ")), length == 1 && phrase.getFirst().kind() == Kind.WORD,
                        List.copyOf(alternatives)));
                return length;
            }
        }
        return 1;
    }

    /** As typed first. */
    private static List<List<String>> alternatives(Piece piece) {
        String text = piece.text();
        return switch (piece.kind()) {
            case SIZE -> List.of(List.of(text));
            case MEASURE -> MeasuredAlike.of(text).stream().map(List::of).toList();
            case CODE -> {
                List<String> parts = List.of(text.split("[-./_#+]"));
                List<String> atoms = parts.size() == 1 && text.matches("[a-z]{2,}\\d{2,}") ? List.of(text.split("(?<=[a-z])(?=\\d)")) : parts;
                yield atoms.size() == 1 ? List.of(atoms) : List.of(List.of(SearchText.joined(text)), atoms);
            }
            case WORD -> {
                List<String> sounds = Pinyin.typed(text);
                yield sounds == null ? List.of(List.of(text)) : List.of(List.of(text), sounds);
            }
            case CHINESE -> List.of(List.copyOf(IndexTokens.tokens(text)));
        };
    }

    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** With words that are spelled alike, for those typed in Latin letters. */
    public QueryTerms alike(Function<String, List<String>> words) {
        return new QueryTerms(terms.stream().map(term -> {
            Term wider = term;
            for (String word : term.latin() ? words.apply(term.word()) : List.<String>of()) {
                wider = wider.or(List.of(word));
            }
            return wider;
        }).toList());
    }

    /** All terms; for {@code cast(… as tsquery)}. */
    public String all() {
        return join(" & ", false);
    }

    /** All terms but one, whichever. */
    public String butOne() {
        return IntStream.range(0, terms.size()).mapToObj(without -> new QueryTerms(IntStream.range(0, terms.size()).filter(i -> i != without).mapToObj(terms::get).toList()))
                .map(rest -> "(" + rest.all() + ")").collect(Collectors.joining(" | "));
    }

    /** Any of the terms. */
    public String any() {
        return join(" | ", false);
    }

    /** All terms, the last one only begun. */
    public String begun() {
        return join(" & ", true);
    }

    private String join(String between, boolean begun) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            boolean open = begun && i == terms.size() - 1;
            groups.add(terms.get(i).alternatives().stream()
                    .map(tokens -> tokens.stream().map(token -> quoted(token, open && token.equals(tokens.getLast()))).collect(Collectors.joining(" & ", "(", ")")))
                    .collect(Collectors.joining(" | ", "(", ")")));
        }
        return String.join(between, groups);
    }

    private static String quoted(String token, boolean open) {
        return "'" + token.replace("\\", "").replace("'", "") + "'" + (open ? ":*" : "");
    }
}
