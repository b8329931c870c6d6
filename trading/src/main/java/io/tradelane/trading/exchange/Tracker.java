package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.Direction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds any document by any of its numbers, its partner or its article, also from a part of them. */
@Service
public class Tracker {

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
     * Newest first. Exact business keys and references first; if none matches, parts of at least three characters; names of
     * partners always.
     *
     * @param query blank: everything the filters leave
     * @param cursor {@link Page#next} of the page before
     */
    public Page<DocumentHit> search(String query, Filters filters, @Nullable String cursor, int size) {
        throw new UnsupportedOperationException();
    }
}
