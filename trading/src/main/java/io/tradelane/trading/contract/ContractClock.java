package io.tradelane.trading.contract;

import static java.util.Objects.requireNonNull;

import io.tradelane.trading.contract.ContractTransition.Event;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens by the calendar: the last day to sign, the first day and the last of what is agreed. Under scope HUB. */
@Component
public class ContractClock {
    private final ContractRepository contracts;
    private final Standing standing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ContractClock(ContractRepository contracts, Standing standing, PlatformTransactionManager transactions, Clock clock) {
        this.contracts = contracts;
        this.standing = standing;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Each in a transaction of its own: one that fails keeps no other from its day, and is tried again at the next tick. */
    public void tick() {
        List<RuntimeException> failures = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        List<UUID> due = requireNonNull(transaction.execute(status -> contracts.due(today)));
        for (UUID id : due) {
            try {
                transaction.executeWithoutResult(status -> contracts.lock(id).ifPresent(contract -> turn(contract, today)));
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            failures.stream().skip(1).forEach(failures.getFirst()::addSuppressed);
            throw failures.getFirst();
        }
    }

    private void turn(ContractRow contract, LocalDate today) {
        ContractVersionRow current = contracts.version(contract.id(), contract.currentVersion()).orElseThrow();
        boolean unsigned = current.state() == ContractState.READY || current.state() == ContractState.PARTIALLY_SIGNED;
        if (unsigned && current.signBy().isBefore(today)) {
            standing.move(contract, current, Event.DEADLINE, null);
        }
        standing.start(contract.id());
        ContractRow now = contracts.find(contract.id()).orElseThrow();
        if (now.effectiveVersion() != null) {
            contracts.version(now.id(), now.effectiveVersion())
                    .filter(version -> version.state() == ContractState.EFFECTIVE && version.endsOn() != null && version.endsOn().isBefore(today))
                    .ifPresent(version -> standing.move(now, version, Event.END, null));
        }
    }
}
