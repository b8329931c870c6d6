package io.tradelane.trading.contract;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what happened; of a draft for its author alone. */
@Component
class ContractJournal {
    private final Journal journal;

    ContractJournal(Journal journal) {
        this.journal = journal;
    }

    void moved(ContractRow contract, ContractVersionRow version, ContractTransition.Event event, ContractState to, Map<String, String> details) {
        record(contract, version.revealed() || to != ContractState.DRAFT && to != ContractState.VOIDED, version, version.state().name(), event.name(), to.name(), details);
    }

    /** A version was written. @param event CREATE, EDIT, COUNTER, AMEND */
    void written(ContractRow contract, ContractVersionRow version, String event) {
        record(contract, version.revealed(), version, null, event, version.state().name(), Map.of());
    }

    void said(ContractRow contract, ContractVersionRow version, String event, Map<String, String> details) {
        record(contract, true, version, version.state().name(), event, version.state().name(), details);
    }

    private void record(ContractRow contract, boolean both, ContractVersionRow version, @Nullable String from, String event, String to, Map<String, String> details) {
        Set<UUID> visible = both ? Set.of(contract.buyerOrgId(), contract.supplierOrgId()) : Set.of(version.authorOrgId());
        Map<String, String> all = new HashMap<>(details);
        all.put("version", String.valueOf(version.n()));
        journal.record(new Entry(Contracts.ENTITY, contract.id(), from, event, to, null, null, visible, all));
    }
}
