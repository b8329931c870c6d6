package io.tradelane.trading.catalogue;

import io.tradelane.trading.catalogue.ArticleResult.Done;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.shared.Ids;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Words of the same meaning, in groups that the operator keeps. The next search, on whichever hub, goes by them. */
@Service
@Transactional
public class SearchSynonyms {
    /** Entity type of a group in the journal. */
    public static final String ENTITY = "SEARCH_SYNONYM";
    private static final int MOST_WORDS = 20;
    private static final int LONGEST = 60;
    private final JdbcClient jdbc;
    private final Vocabulary vocabulary;
    private final Journal journal;

    SearchSynonyms(JdbcClient jdbc, Vocabulary vocabulary, Journal journal) {
        this.jdbc = jdbc;
        this.vocabulary = vocabulary;
        this.journal = journal;
    }

    /** @param words at least two, none twice */
    public record Group(UUID id, List<String> words, int version) {}

    /** By their first word. @param part of a word; blank: all @param skip how many are on the pages before */
    @Transactional(readOnly = true)
    public List<Group> list(String part, int skip, int limit) {
        return jdbc.sql("select id, words, version from search_synonym where strpos(lower(array_to_string(words, ' ')), lower(:part)) > 0 order by words, id offset :skip limit :limit")
                .param("part", part.strip()).param("skip", skip).param("limit", limit)
                .query((row, n) -> new Group(row.getObject(1, UUID.class), List.of((String[]) row.getArray(2).getArray()), row.getInt(3))).list();
    }

    @Transactional(readOnly = true)
    public int count(String part) {
        return jdbc.sql("select count(*) from search_synonym where strpos(lower(array_to_string(words, ' ')), lower(:part)) > 0").param("part", part.strip()).query(Integer.class).single();
    }

    public ArticleResult create(List<String> words) {
        List<String> kept = plain(words);
        String wrong = wrong(kept);
        if (wrong != null) {
            return ArticleResult.invalid("words", wrong);
        }
        UUID id = Ids.next();
        jdbc.sql("insert into search_synonym (id, words) values (:id, :words)").param("id", id).param("words", kept.toArray(String[]::new)).update();
        return done(id, 1, "CREATED", kept);
    }

    public ArticleResult change(UUID id, List<String> words, int version) {
        Optional<Integer> stands = lock(id);
        if (stands.isEmpty()) {
            return new ArticleResult.NotFound();
        }
        if (stands.get() != version) {
            return new ArticleResult.StaleVersion(stands.get());
        }
        List<String> kept = plain(words);
        String wrong = wrong(kept);
        if (wrong != null) {
            return ArticleResult.invalid("words", wrong);
        }
        jdbc.sql("update search_synonym set words = :words, version = version + 1 where id = :id").param("id", id).param("words", kept.toArray(String[]::new)).update();
        return done(id, version + 1, "CHANGED", kept);
    }

    /** What its words were stays in the journal. */
    public ArticleResult remove(UUID id, int version) {
        Optional<Integer> stands = lock(id);
        if (stands.isEmpty()) {
            return new ArticleResult.NotFound();
        }
        if (stands.get() != version) {
            return new ArticleResult.StaleVersion(stands.get());
        }
        List<String> words = List.of((String[]) jdbc.sql("delete from search_synonym where id = :id returning words").param("id", id).query((row, n) -> row.getArray(1).getArray()).single());
        return done(id, version, "REMOVED", words);
    }

    private Optional<Integer> lock(UUID id) {
        return jdbc.sql("select version from search_synonym where id = :id for update").param("id", id).query(Integer.class).optional();
    }

    private Done done(UUID id, int version, String event, List<String> words) {
        vocabulary.changed();
        journal.record(new Entry(ENTITY, id, null, event, null, null, null, Set.of(), Map.of("words", String.join(", ", words))));
        return new Done(id, version);
    }

    private static List<String> plain(List<String> words) {
        Set<String> kept = new LinkedHashSet<>();
        words.stream().map(word -> word.strip().replaceAll("\\s+", " ")).filter(word -> !word.isEmpty()).forEach(kept::add);
        return List.copyOf(kept);
    }

    private static @Nullable String wrong(List<String> words) {
        if (words.size() < 2) {
            return "two-words";
        }
        if (words.size() > MOST_WORDS || words.stream().anyMatch(word -> word.length() > LONGEST)) {
            return "too-long";
        }
        return words.stream().allMatch(word -> word.codePoints().anyMatch(Character::isLetterOrDigit)) ? null : "no-word";
    }
}
