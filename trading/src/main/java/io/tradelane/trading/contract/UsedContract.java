package io.tradelane.trading.contract;

import io.tradelane.trading.contract.ContractTransition.Event;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What becomes of a contract when something is ordered at its prices. The contract's row is locked. */
@Component
class UsedContract {
    private final ContractRepository contracts;
    private final ContractJournal journal;
    private final Standing standing;
    private final Clock clock;

    UsedContract(ContractRepository contracts, ContractJournal journal, Standing standing, Clock clock) {
        this.contracts = contracts;
        this.journal = journal;
        this.standing = standing;
        this.clock = clock;
    }

    /** @param used by line, with this order; when nothing is left of any line, a framework is fulfilled */
    void by(String order, ContractRow contract, ContractVersionRow inForce, List<ContractLineRow> lines, Map<String, BigDecimal> used) {
        journal.said(contract, inForce, "CALL_OFF", Map.of("order", order));
        boolean allUsed = contract.type() == ContractType.FRAMEWORK && lines.stream().allMatch(line -> line.quantity() != null
                && used.getOrDefault(line.lineNumber(), BigDecimal.ZERO).compareTo(line.quantity()) >= 0);
        if (allUsed) {
            standing.move(contract, inForce, Event.FULFIL, null);
        } else {
            contracts.settle(contract.id(), contract.currentVersion(), contract.effectiveVersion(), contract.state(), true, OffsetDateTime.now(clock));
        }
    }
}
