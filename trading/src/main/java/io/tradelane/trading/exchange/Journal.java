package io.tradelane.trading.exchange;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The one table of what happened. Rows of one entity form a chain of hashes, made by the database; the application may
 * neither change nor delete them.
 */
@Service
public class Journal {

    /** In the transaction of the change, under its actor. */
    public void record(Entry entry) {
        throw new UnsupportedOperationException();
    }

    /** Several at once, in one statement. */
    public void record(List<Entry> entries) {
        throw new UnsupportedOperationException();
    }

    /** Oldest first; what the current actor may see. */
    public List<TimelineEntry> timeline(String entityType, UUID entityId) {
        throw new UnsupportedOperationException();
    }

    /** Whether the entity's chain is whole: nothing changed, removed, added or cut off. Under scope HUB or OPERATOR. */
    public boolean verify(String entityType, UUID entityId) {
        throw new UnsupportedOperationException();
    }

    /** @param entities chains looked at */
    public record Verification(long entities, List<Broken> broken) {
        public record Broken(String entityType, UUID entityId, long seq) {}
    }

    /** All chains. Reads every row. */
    public Verification verifyAll() {
        throw new UnsupportedOperationException();
    }
}
