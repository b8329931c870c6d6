package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.PartyChange;
import io.tradelane.trading.partner.PartyChangeRecord;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who decided what about which company's data. */
@Component
class PartyChangeJournal implements PartyChangeRecord {
    private final Journal journal;

    PartyChangeJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void decided(PartyChange change, PartyChange.Status decision, Set<UUID> visibleTo, Map<String, String> details) {
        journal.record(new Entry(PartyChangeRecord.ENTITY, change.id(), change.status().name(), change.part() + "_" + decision, decision.name(),
                change.interchange(), change.message(), visibleTo, details));
    }
}
