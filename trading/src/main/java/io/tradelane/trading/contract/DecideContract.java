package io.tradelane.trading.contract;

import io.tradelane.trading.contract.ContractTransition.By;
import io.tradelane.trading.contract.ContractTransition.Event;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.sourcing.Acting;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Either side agrees or declines, takes back, ends; the buyer calls off. */
@Component
class DecideContract {
    private final ContractRepository contracts;
    private final ContractJournal journal;
    private final Standing standing;
    private final CallOffs callOffs;
    private final UsedContract usedContract;
    private final Clock clock;

    DecideContract(ContractRepository contracts, ContractJournal journal, Standing standing, CallOffs callOffs, UsedContract usedContract, Clock clock) {
        this.contracts = contracts;
        this.journal = journal;
        this.standing = standing;
        this.callOffs = callOffs;
        this.usedContract = usedContract;
        this.clock = clock;
    }

    /** @param event ACCEPT, DECLINE or VOID, of the version that is negotiated; the last two need a reason once the other side has seen it */
    CommandResult decide(UUID id, Event event, @Nullable String reason, int expectedVersion) {
        Optional<ContractRow> found = contracts.lock(id);
        UUID own = Tenancy.current().organisation();
        if (found.isEmpty() || own == null || !Acting.as(own)) {
            return new CommandResult.NotFound();
        }
        ContractRow contract = found.get();
        if (contract.version() != expectedVersion) {
            return new CommandResult.StaleVersion(contract.version());
        }
        Optional<ContractVersionRow> current = contracts.version(id, contract.currentVersion());
        Optional<ContractTransition> row = current.flatMap(version -> ContractTransition.of(version.state(), event));
        if (contract.state().ended() || row.isEmpty() || row.get().by() == By.AUTHOR != own.equals(current.get().authorOrgId())) {
            return new CommandResult.IllegalTransition(contract.state().name(), event.name());
        }
        if (event != Event.ACCEPT && current.get().revealed() && (reason == null || reason.isBlank())) {
            return CommandResult.invalid("reason", "required");
        }
        standing.move(contract, current.get(), event, reason);
        return new CommandResult.Done(id, contract.version() + 1);
    }

    /** @param breach of the other side: it ends at once; otherwise the other side has to agree, by asking for the same */
    CommandResult end(UUID id, boolean breach, @Nullable String reason, int expectedVersion) {
        Optional<ContractRow> found = contracts.lock(id);
        UUID own = Tenancy.current().organisation();
        if (found.isEmpty() || own == null || !Acting.as(own)) {
            return new CommandResult.NotFound();
        }
        ContractRow contract = found.get();
        if (contract.version() != expectedVersion) {
            return new CommandResult.StaleVersion(contract.version());
        }
        if (contract.state() != ContractState.EFFECTIVE || contract.effectiveVersion() == null) {
            return new CommandResult.IllegalTransition(contract.state().name(), Event.TERMINATE.name());
        }
        ContractVersionRow version = contracts.version(id, contract.effectiveVersion()).orElseThrow();
        boolean asked = contract.endingOrgId() != null && !contract.endingOrgId().equals(own);
        if (!asked && (reason == null || reason.isBlank())) {
            return CommandResult.invalid("reason", "required");
        }
        if (breach || asked) {
            standing.move(contract, version, Event.TERMINATE, reason == null || reason.isBlank() ? contract.endingReason() : reason);
        } else {
            contracts.ending(id, own, reason, OffsetDateTime.now(clock));
            journal.said(contract, version, "ASK_TO_END", Map.of("reason", String.valueOf(reason)));
        }
        return new CommandResult.Done(id, contract.version() + 1);
    }

    /** The buyer orders from what is in force; no more of a line than is left of it. */
    CommandResult callOff(UUID id, List<CallOff> wanted, int expectedVersion, boolean checkOnly) {
        Optional<ContractRow> found = contracts.lock(id);
        if (found.isEmpty() || !Acting.as(found.get().buyerOrgId())) {
            return new CommandResult.NotFound();
        }
        ContractRow contract = found.get();
        if (contract.version() != expectedVersion) {
            return new CommandResult.StaleVersion(contract.version());
        }
        LocalDate today = LocalDate.now(clock);
        Optional<ContractVersionRow> inForce = contract.effectiveVersion() == null ? Optional.empty() : contracts.version(id, contract.effectiveVersion())
                .filter(version -> version.state() == ContractState.EFFECTIVE && (version.endsOn() == null || !version.endsOn().isBefore(today)));
        if (inForce.isEmpty()) {
            return new CommandResult.IllegalTransition(contract.state().name(), "CALL_OFF");
        }
        List<ContractLineRow> lines = contracts.lines(inForce.get().id());
        Map<String, BigDecimal> used = contracts.calledOff(id);
        List<CommandResult.Problem> problems = new ArrayList<>();
        List<CallOffs.Part> parts = parts(wanted, lines, used, problems);
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        if (checkOnly) {
            return new CommandResult.Done(id, contract.version());
        }
        CallOffs.Placed order = callOffs.place(contract, inForce.get(), parts);
        parts.forEach(part -> used.merge(part.line().lineNumber(), part.quantity(), BigDecimal::add));
        usedContract.by(order.number(), contract, inForce.get(), lines, used);
        return new CommandResult.Done(order.id(), contract.version() + 1);
    }

    private static List<CallOffs.Part> parts(
            List<CallOff> wanted, List<ContractLineRow> lines, Map<String, BigDecimal> used, List<CommandResult.Problem> problems) {
        List<CallOffs.Part> parts = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            CallOff call = wanted.get(i);
            String field = "lines[" + i + "].";
            ContractLineRow line = lines.stream().filter(one -> one.lineNumber().equals(call.lineNumber())).findFirst().orElse(null);
            boolean twice = parts.stream().anyMatch(part -> part.line().lineNumber().equals(call.lineNumber()));
            if (line == null || twice) {
                problems.add(new CommandResult.Problem(field + "lineNumber", twice ? "duplicate" : "unknown"));
            } else if (call.quantity().signum() <= 0) {
                problems.add(new CommandResult.Problem(field + "quantity", "not-positive"));
            } else if (line.quantity() != null && used.getOrDefault(line.lineNumber(), BigDecimal.ZERO).add(call.quantity()).compareTo(line.quantity()) > 0) {
                problems.add(new CommandResult.Problem(field + "quantity", "more-than-left"));
            } else {
                parts.add(new CallOffs.Part(line, call.quantity(), call.delivery()));
            }
        }
        if (wanted.isEmpty()) {
            problems.add(new CommandResult.Problem("lines", "required"));
        }
        return parts;
    }
}
