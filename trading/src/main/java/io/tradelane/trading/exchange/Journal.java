package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one table of what happened. Rows of one entity form a chain of hashes, made by the database; the application may
 * neither change nor delete them.
 */
@Service
@Transactional
public class Journal {
    private final JournalRepository repository;
    private final JournalVerifier verifier;
    private final ObjectProvider<JournalListener> listeners;
    private final Clock clock;

    Journal(JournalRepository repository, JournalVerifier verifier, ObjectProvider<JournalListener> listeners, Clock clock) {
        this.repository = repository;
        this.verifier = verifier;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** In the transaction of the change, under its actor. */
    public void record(Entry entry) {
        record(List.of(entry));
    }

    /** Several at once, in one batch. */
    public void record(List<Entry> entries) {
        Actor actor = Tenancy.current();
        recordAs(entries.stream().map(entry -> new Line(actor, entry)).toList());
    }

    /** @param actor who did it */
    public record Line(Actor actor, Entry entry) {}

    /** What several did, in one batch; the transaction has to be one that may write for all of them. */
    public void recordAs(List<Line> lines) {
        repository.insert(lines, clock.instant());
        List<Entry> entries = lines.stream().map(Line::entry).toList();
        listeners.orderedStream().forEach(listener -> listener.recorded(entries));
    }

    /** Oldest first; what the current actor may see. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> timeline(String entityType, UUID entityId) {
        return repository.timeline(entityType, entityId);
    }

    /** Whether the entity's chain is whole: nothing changed, removed, added or cut off. Under scope HUB or OPERATOR. */
    @Transactional(readOnly = true)
    public boolean verify(String entityType, UUID entityId) {
        return verifier.verify(entityType, entityId).broken().isEmpty();
    }

    /** @param entities chains looked at @param broken with the number of the first row that does not fit */
    public record Verification(long entities, List<Broken> broken) {
        public record Broken(String entityType, UUID entityId, long seq) {}
    }

    /** All chains. Reads every row, a stretch of them at a time. */
    public Verification verifyAll() {
        return verifier.verifyAll();
    }
}
