package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.Direction;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds any document by any of its numbers, its partner or its article, also from a part of them. */
@Service
@Transactional(readOnly = true)
public class Tracker {
    private static final int COUNTED = 100;
    private static final int DEAL = 200;
    private static final int NUMBERS = 30;
    private final TrackerRepository repository;

    Tracker(TrackerRepository repository) {
        this.repository = repository;
    }

    /** Null: any. @param type {@code ORDERS} … @param status as {@link DocumentHit#status} */
    public record Filters(
            @Nullable Direction direction,
            @Nullable String type,
            @Nullable String status,
            @Nullable UUID organisation,
            @Nullable Instant from,
            @Nullable Instant to) {
        public static Filters none() {
            return new Filters(null, null, null, null, null, null);
        }
    }

    /**
     * Newest first. What has exactly this business key, reference or transport id; if nothing has, what has it as a part of
     * one (from three characters on) or belongs to a partner whose name contains it.
     *
     * @param query blank: everything the filters leave
     * @param cursor {@link Page#next} of the page before, with the same query and filters
     */
    public Page<DocumentHit> search(String query, Filters filters, @Nullable String cursor, int size) {
        String term = query.strip();
        if (term.isEmpty()) {
            return page(repository.all(filters, Cursor.read(cursor), size + 1), size);
        }
        String mark = cursor == null ? "" : cursor;
        boolean goesOn = mark.length() > 1;
        boolean part = goesOn && mark.charAt(0) == '~';
        UUID before = goesOn ? Cursor.read(mark.substring(1)) : null;
        if (!part) {
            List<DocumentHit> exact = repository.exact(term, filters, before, size + 1);
            if (!exact.isEmpty() || goesOn) {
                return marked(page(exact, size), "=");
            }
        }
        return marked(page(repository.part(term, filters, before, size + 1), size), "~");
    }

    /** What a search finds, up to a hundred. */
    public int count(String query, Filters filters) {
        return search(query, filters, null, COUNTED).items().size();
    }

    /**
     * Everything that was exchanged about a deal, oldest first: what has this number, and what speaks of the despatch advices and invoices
     * among it.
     *
     * @param key number of the order, or of another document of the deal
     */
    public List<DocumentHit> deal(String key) {
        Map<UUID, DocumentHit> found = new LinkedHashMap<>();
        add(found, repository.exact(key.strip(), Filters.none(), null, DEAL));
        Set<String> numbers = new LinkedHashSet<>(repository.numbers(found.values().stream().map(DocumentHit::message).filter(Objects::nonNull).toList()));
        numbers.remove(key.strip());
        numbers.stream().limit(NUMBERS).forEach(number -> add(found, repository.exact(number, Filters.none(), null, DEAL)));
        return found.values().stream().sorted(Comparator.comparing(DocumentHit::at)).limit(DEAL).toList();
    }

    private static void add(Map<UUID, DocumentHit> found, List<DocumentHit> hits) {
        hits.forEach(hit -> found.putIfAbsent(hit.message() == null ? hit.interchange() : hit.message(), hit));
    }

    private static Page<DocumentHit> page(List<DocumentHit> rows, int size) {
        return Page.of(rows, size, last -> (last.message() == null ? last.interchange() : last.message()).toString());
    }

    /** The cursor says which of the two searches it goes on with. */
    private static Page<DocumentHit> marked(Page<DocumentHit> page, String mark) {
        return page.next() == null ? page : new Page<>(page.items(), mark + page.next());
    }
}
