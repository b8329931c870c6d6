package io.tradelane.trading.requirement;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what happened to a requirement, each time with the version that it has from then on; and reads what happened since one. */
@Component
class RequirementJournal {
    private static final String VERSION = "version";
    private final Journal journal;

    RequirementJournal(Journal journal) {
        this.journal = journal;
    }

    void record(RequirementRow row, String event, @Nullable RequirementState from, RequirementState to, int version, Map<String, String> details) {
        Map<String, String> all = new HashMap<>(details);
        all.put(VERSION, String.valueOf(version));
        journal.record(new Entry(Requirements.ENTITY, row.id(), from == null ? null : from.name(), event, to.name(), null, null, Set.of(row.buyerOrgId()), all));
    }

    /** What made it another than it was at that version, oldest first. */
    List<TimelineEntry> since(UUID requirement, int version) {
        return journal.timeline(Requirements.ENTITY, requirement).stream()
                .filter(entry -> Integer.parseInt(entry.details().getOrDefault(VERSION, "0")) > version)
                .toList();
    }

    /** Who acts, as far as a second person is asked for: machines of one name are one. */
    static String writer() {
        Actor actor = Tenancy.current();
        return actor.user() == null ? "machine " + actor.name() : actor.user().toString();
    }
}
