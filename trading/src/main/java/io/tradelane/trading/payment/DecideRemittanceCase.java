package io.tradelane.trading.payment;

import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.partner.Tenancy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The command behind {@link RemittanceAdvices#decide}. */
@Component
class DecideRemittanceCase {
    private final RemittanceRepository repository;
    private final Journal journal;

    DecideRemittanceCase(RemittanceRepository repository, Journal journal) {
        this.repository = repository;
        this.journal = journal;
    }

    CommandResult decide(UUID caseId, RemittanceCase.Status decision, String reason, int expectedVersion) {
        Optional<RemittanceRepository.LockedCase> found = repository.lockCase(caseId)
                .filter(one -> one.supplierOrgId().equals(Tenancy.current().organisation()));
        if (found.isEmpty()) {
            return new CommandResult.NotFound();
        }
        RemittanceRepository.LockedCase open = found.get();
        if (open.version() != expectedVersion) {
            return new CommandResult.StaleVersion(open.version());
        }
        if (open.status() != RemittanceCase.Status.OPEN || decision == RemittanceCase.Status.OPEN) {
            return new CommandResult.IllegalTransition(open.status().name(), decision.name());
        }
        if (reason.isBlank()) {
            return CommandResult.invalid("reason", "required");
        }
        repository.close(caseId, decision, reason);
        Map<String, String> details = new LinkedHashMap<>();
        details.put("amount", Figures.money(open.amount(), open.currency()).toString());
        details.put("reason", reason);
        if (open.documentNumber() != null) {
            details.put("invoice", open.documentNumber());
        }
        journal.record(new Entry(RemittanceAdvices.ENTITY, open.adviceId(), open.status().name(), "CASE_" + decision, decision.name(), null, null,
                Set.of(open.buyerOrgId(), open.supplierOrgId()), details));
        return new CommandResult.Done(caseId, open.version() + 1);
    }
}
