package io.tradelane.trading.incident;

import io.tradelane.trading.exchange.Consequences.Consequence;
import io.tradelane.trading.exchange.Consequences.Kind;
import io.tradelane.trading.exchange.DocumentHit;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.Page;
import io.tradelane.trading.exchange.Tracker;
import io.tradelane.trading.incident.Replay.Mapping;
import io.tradelane.trading.incident.Replay.Status;
import io.tradelane.trading.partner.Direction;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has documents processed or sent once more: one, several or all that a search finds. Each is tried first and what it would bring
 * about is shown; nothing is done before a person starts it. A hub does the work, see {@link ReplayWork}. Acting needs scope OPERATOR or HUB.
 */
@Service
@Transactional
public class Replays {
    static final String ENTITY = "REPLAY";
    public static final int MOST = 10_000;
    private static final int PAGE = 500;
    private final ReplayRepository repository;
    private final Tracker tracker;
    private final Journal journal;
    private final Clock clock;

    Replays(ReplayRepository repository, Tracker tracker, Journal journal, Clock clock) {
        this.repository = repository;
        this.tracker = tracker;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * @param documents found by these
     * @param query the same in words, kept for the record
     * @param limit at most so many documents, {@value #MOST} at most
     * @param batch how many transmissions a second
     */
    public record Ask(Replay.Kind kind, Mapping mapping, String reason, Documents documents, Map<String, String> query, int limit, int batch) {}

    /** Which documents. */
    public sealed interface Documents {
        record Found(String text, Tracker.Filters filters) implements Documents {}

        /** @param interchanges whole ones */
        record These(List<UUID> messages, List<UUID> interchanges) implements Documents {}
    }

    /** @return empty: there is nothing to do */
    public Optional<UUID> ask(Ask ask) {
        List<UUID> messages = new ArrayList<>();
        List<UUID> interchanges = new ArrayList<>();
        int passedOver = 0;
        switch (ask.documents()) {
            case Documents.These these -> {
                messages.addAll(these.messages());
                interchanges.addAll(these.interchanges());
            }
            case Documents.Found found -> passedOver = collect(found, ask, messages, interchanges);
        }
        Replay replay = new Replay(
                Ids.next(), ask.kind(), ask.mapping(), Status.PREVIEWING, ask.reason().strip(), ask.query(), ask.batch(), passedOver,
                Tenancy.current().name(), clock.instant(), null, 1, new Replay.Progress(0, 0, 0, 0, 0));
        if (messages.isEmpty() && interchanges.isEmpty()) {
            return Optional.empty();
        }
        repository.insert(replay);
        int items = repository.insertItems(replay.id(), messages, interchanges);
        record(replay.id(), null, "ASKED", Status.PREVIEWING, new TreeMap<>(Map.of(
                "reason", replay.reason(), "kind", replay.kind().name(), "mapping", replay.mapping().name(), "transmissions", "" + items)));
        return Optional.of(replay.id());
    }

    private int collect(Documents.Found found, Ask ask, List<UUID> messages, List<UUID> interchanges) {
        Direction wanted = ask.kind() == Replay.Kind.READ_AGAIN ? Direction.INBOUND : Direction.OUTBOUND;
        int most = Math.min(ask.limit(), MOST);
        int passedOver = 0;
        String cursor = null;
        do {
            Page<DocumentHit> page = tracker.search(found.text(), found.filters(), cursor, PAGE);
            for (DocumentHit hit : page.items()) {
                if (hit.direction() != wanted) {
                    passedOver++;
                } else if (messages.size() + interchanges.size() < most) {
                    (hit.message() == null ? interchanges : messages).add(hit.message() == null ? hit.interchange() : hit.message());
                }
            }
            cursor = page.next();
        } while (cursor != null && messages.size() + interchanges.size() < most);
        return passedOver;
    }

    /** What was shown is to be done now, or what was stopped goes on. @return whether it could be */
    public boolean start(UUID replay) {
        return move(replay, EnumSet.of(Status.PREVIEWED, Status.STOPPED), Status.RUNNING, "STARTED");
    }

    /** What is done stays; it can go on later. */
    public boolean stop(UUID replay) {
        return move(replay, EnumSet.of(Status.RUNNING), Status.STOPPED, "STOPPED");
    }

    public boolean abandon(UUID replay) {
        return move(replay, EnumSet.of(Status.PREVIEWING, Status.PREVIEWED, Status.STOPPED), Status.ABANDONED, "ABANDONED");
    }

    @Transactional(readOnly = true)
    public Optional<Replay> find(UUID replay) {
        return repository.find(replay);
    }

    /** Newest first. @param cursor {@link Page#next} of the page before */
    @Transactional(readOnly = true)
    public Page<Replay> list(@Nullable String cursor, int size) {
        List<Replay> rows = repository.list(cursor == null || cursor.isBlank() ? null : UUID.fromString(cursor), size + 1);
        return rows.size() <= size ? new Page<>(rows, null) : new Page<>(List.copyOf(rows.subList(0, size)), rows.get(size - 1).id().toString());
    }

    /** In order. @param after position of the last one seen, 0 to begin */
    @Transactional(readOnly = true)
    public List<ReplayItem> items(UUID replay, int after, int limit) {
        return repository.items(replay, after, limit);
    }

    /** What all that was tried would bring about, added up. */
    @Transactional(readOnly = true)
    public List<Consequence> preview(UUID replay) {
        TreeMap<Kind, TreeMap<String, Integer>> sums = new TreeMap<>();
        repository.previews(replay).forEach(each -> each.forEach(one ->
                sums.computeIfAbsent(one.kind(), kind -> new TreeMap<>()).merge(one.code(), one.count(), Integer::sum)));
        return sums.entrySet().stream()
                .flatMap(kind -> kind.getValue().entrySet().stream().map(sum -> new Consequence(kind.getKey(), sum.getKey(), sum.getValue())))
                .toList();
    }

    private boolean move(UUID replay, Set<Status> from, Status to, String event) {
        Status now = repository.lock(replay).orElseThrow(() -> new NoSuchElementException("no replay " + replay));
        if (!from.contains(now)) {
            return false;
        }
        repository.change(replay, to, to == Status.ABANDONED ? clock.instant() : null);
        record(replay, now, event, to, Map.of());
        return true;
    }

    private void record(UUID replay, @Nullable Status from, String event, Status to, Map<String, String> details) {
        journal.record(new Entry(ENTITY, replay, from == null ? null : from.name(), event, to.name(), null, null, Set.of(), details));
    }
}
