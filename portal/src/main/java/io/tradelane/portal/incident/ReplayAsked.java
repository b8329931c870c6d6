package io.tradelane.portal.incident;

import io.tradelane.portal.frame.Constants;
import io.tradelane.trading.exchange.Tracker;
import io.tradelane.trading.incident.Replay;
import io.tradelane.trading.incident.Replays;
import io.tradelane.trading.partner.Direction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, by form or JSON: documents by id, or by what the documents page looks for.
 *
 * @param limit at most so many documents
 * @param batch how many transmissions a second
 */
record ReplayAsked(
        @Nullable String kind,
        @Nullable String mapping,
        @Nullable String reason,
        @Nullable String q,
        @Nullable String direction,
        @Nullable String type,
        @Nullable List<UUID> messages,
        @Nullable List<UUID> interchanges,
        @Nullable Integer limit,
        @Nullable Integer batch) {
    static final int USUAL_LIMIT = 500;
    static final int USUAL_BATCH = 20;
    static final int LARGEST_BATCH = 500;

    Replay.@Nullable Kind chosenKind() {
        return Constants.of(Replay.Kind.class, text(kind)).orElse(null);
    }

    public boolean byId() {
        return messages != null && !messages.isEmpty() || interchanges != null && !interchanges.isEmpty();
    }

    boolean reasonGiven() {
        return !text(reason).isBlank() && text(reason).length() <= Resubmission.LONGEST_REASON;
    }

    boolean sizesRight() {
        return within(limit, Replays.MOST) && within(batch, LARGEST_BATCH);
    }

    /** Only what is right is asked. */
    Replays.Ask ask(Replay.Kind of) {
        Replays.Documents documents = byId()
                ? new Replays.Documents.These(messages == null ? List.of() : messages, interchanges == null ? List.of() : interchanges)
                : new Replays.Documents.Found(text(q).strip(), filters());
        return new Replays.Ask(of, Constants.of(Replay.Mapping.class, text(mapping)).orElse(Replay.Mapping.TODAY), text(reason), documents, query(),
                limit == null ? USUAL_LIMIT : limit, batch == null ? USUAL_BATCH : batch);
    }

    private Tracker.Filters filters() {
        return new Tracker.Filters(Constants.of(Direction.class, text(direction)).orElse(null), text(type).isBlank() ? null : text(type), null, null, null, null);
    }

    /** In words of the address of the documents page. */
    public Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        put(query, "q", q);
        put(query, "direction", direction);
        put(query, "type", type);
        if (byId()) {
            query.put("chosen", Integer.toString((messages == null ? 0 : messages.size()) + (interchanges == null ? 0 : interchanges.size())));
        }
        return query;
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (!text(value).isBlank()) {
            query.put(name, text(value).strip());
        }
    }

    private static boolean within(@Nullable Integer value, int most) {
        return value == null || value >= 1 && value <= most;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
