package io.tradelane.trading.contract;

import io.tradelane.trading.contract.ContractTransition.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves a version from one state to the next and keeps the contract as its versions say. The contract's row is locked. */
@Component
class Standing {
    private final ContractRepository contracts;
    private final ContractJournal journal;
    private final CallOffs callOffs;
    private final Clock clock;

    Standing(ContractRepository contracts, ContractJournal journal, CallOffs callOffs, Clock clock) {
        this.contracts = contracts;
        this.journal = journal;
        this.callOffs = callOffs;
        this.clock = clock;
    }

    /** @param version stands at {@code contract.currentVersion()} unless it is the one in force */
    void move(ContractRow contract, ContractVersionRow version, Event event, @Nullable String reason) {
        ContractState to = ContractTransition.of(version.state(), event).orElseThrow().to();
        OffsetDateTime now = OffsetDateTime.now(clock);
        boolean reveals = to != ContractState.DRAFT && to != ContractState.VOIDED;
        contracts.move(version, to, reveals, reason, to.ended() ? now : null);
        journal.moved(contract, version, event, to, reason == null ? Map.of() : Map.of("reason", reason));
        Integer effective = contract.effectiveVersion();
        if (to == ContractState.EFFECTIVE) {
            effective = version.n();
        }
        contracts.settle(contract.id(), contract.currentVersion(), effective, state(contract, version, to), reveals, now);
    }

    /** An amendment that is negotiated, or came to nothing, leaves the contract as it is in force. */
    private static ContractState state(ContractRow contract, ContractVersionRow version, ContractState to) {
        boolean other = contract.effectiveVersion() != null && contract.effectiveVersion() != version.n();
        return other && to != ContractState.EFFECTIVE ? contract.state() : to;
    }

    /** Both have signed: it is in force from its first day, and what it amends no longer is. */
    void start(UUID id) {
        ContractRow contract = contracts.find(id).orElseThrow();
        ContractVersionRow version = contracts.version(id, contract.currentVersion()).orElseThrow();
        if (version.state() != ContractState.SIGNED || version.startsOn().isAfter(LocalDate.now(clock))) {
            return;
        }
        Integer before = contract.effectiveVersion();
        if (before != null) {
            Optional<ContractVersionRow> amended = contracts.version(id, before).filter(old -> old.state() == ContractState.EFFECTIVE);
            amended.ifPresent(old -> {
                contracts.move(old, ContractState.SUPERSEDED, true, null, OffsetDateTime.now(clock));
                journal.moved(contract, old, Event.AMEND, ContractState.SUPERSEDED, Map.of());
            });
        }
        move(contract, version, Event.START, null);
        if (before == null && contract.orderId() != null) {
            callOffs.ofOrder(contract, contract.orderId(), contracts.lines(version.id()));
        }
    }
}
