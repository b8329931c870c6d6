package io.tradelane.portal.exchange;

import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The story of a document and of those that follow from it, newest first. */
@Component
public class Timeline {
    private final Journal journal;

    Timeline(Journal journal) {
        this.journal = journal;
    }

    /** @param entityType as the journal names it */
    public record Subject(String entityType, UUID id) {}

    /** @param entityType what the entry is about, which decides how it is told */
    public record Entry(String entityType, UUID entityId, TimelineEntry entry) {

        /** Whether it only speaks of transport. */
        public boolean technical() {
            return entry.event().startsWith("TRANSMISSION") || entityType.equals("INTERCHANGE");
        }

        public Map<String, String> details() {
            return entry.details();
        }
    }

    public List<Entry> of(List<Subject> subjects) {
        return subjects.stream()
                .flatMap(this::entries)
                .sorted(Comparator.comparing((Entry line) -> line.entry.at()).thenComparing(line -> line.entry.seq()).reversed())
                .toList();
    }

    private Stream<Entry> entries(Subject subject) {
        return journal.timeline(subject.entityType, subject.id).stream().map(entry -> new Entry(subject.entityType, subject.id, entry));
    }
}
