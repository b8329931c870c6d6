package io.tradelane.trading.contract;

import io.tradelane.trading.contract.ContractTransition.Event;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.sourcing.Acting;
import io.tradelane.trading.sourcing.Side;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Either side writes: a draft, a further draft, another text in answer to what is proposed, an amendment of what is in force. */
@Component
class WriteContract {
    private final ContractRepository contracts;
    private final ContractTexts texts;
    private final ContractJournal journal;
    private final Standing standing;
    private final Organisations organisations;
    private final Clock clock;

    WriteContract(ContractRepository contracts, ContractTexts texts, ContractJournal journal, Standing standing, Organisations organisations, Clock clock) {
        this.contracts = contracts;
        this.texts = texts;
        this.journal = journal;
        this.standing = standing;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** What a contract is made of. */
    record Origin(@Nullable UUID rfq, @Nullable UUID quote, @Nullable UUID order) {
        static final Origin NONE = new Origin(null, null, null);
    }

    CommandResult create(NewContract agreed, Origin origin, ContractForm form) {
        UUID own = Tenancy.current().organisation();
        Optional<Organisation> other = organisations.find(agreed.counterparty());
        if (own == null || !Acting.as(own) || other.isEmpty() || agreed.counterparty().equals(own)) {
            return CommandResult.invalid("counterparty", "unknown");
        }
        List<CommandResult.Problem> problems = ContractChecks.draft(form, agreed.type());
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        boolean buying = agreed.side() == Side.BUYER;
        ContractRow contract = new ContractRow(Ids.next(), buying ? own : agreed.counterparty(), buying ? agreed.counterparty() : own, own,
                contracts.nextNumber(LocalDate.now(clock).getYear()), agreed.type(), ContractState.DRAFT, false, 1, null, origin.rfq(), origin.quote(),
                origin.order(), null, null, now, now, 1);
        if (!contracts.insert(contract)) {
            return CommandResult.invalid("quote", "contract-exists");
        }
        ContractTexts.Text text = texts.of(contract, form, own, 1, 0, ContractState.DRAFT);
        contracts.insert(text.version(), text.lines(), text.clauses());
        journal.written(contract, text.version(), "CREATE");
        return new CommandResult.Done(contract.id(), 1);
    }

    /** A draft is written again; what is proposed is answered by another proposal; what is in force gets an amendment, first as a draft. */
    CommandResult write(UUID id, ContractForm form, int expectedVersion) {
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
        Event event = current.map(version -> event(contract, version)).orElse(null);
        if (event == null) {
            return new CommandResult.IllegalTransition(contract.state().name(), Event.EDIT.name());
        }
        List<CommandResult.Problem> problems = ContractChecks.draft(form, contract.type());
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        ContractVersionRow before = current.get();
        int amendment = event == Event.AMEND ? before.amendment() + 1 : before.amendment();
        ContractState state = event == Event.COUNTER ? ContractState.NEGOTIATING : ContractState.DRAFT;
        ContractTexts.Text text = texts.of(contract, form, own, contract.currentVersion() + 1, amendment, state);
        if (event == Event.COUNTER) {
            problems = ContractChecks.complete(text.twin(), LocalDate.now(clock));
            if (!problems.isEmpty()) {
                return new CommandResult.Invalid(problems);
            }
        }
        contracts.insert(text.version(), text.lines(), text.clauses());
        journal.written(contract, text.version(), event.name());
        if (event != Event.AMEND) {
            contracts.move(before, ContractState.SUPERSEDED, false, null, OffsetDateTime.now(clock));
        }
        ContractState stands = contract.effectiveVersion() != null ? contract.state() : state;
        contracts.settle(id, text.version().n(), contract.effectiveVersion(), stands, false, OffsetDateTime.now(clock));
        return new CommandResult.Done(id, contract.version() + 1);
    }

    /** What writing means as it stands; {@code null}: nothing can be written. */
    private static @Nullable Event event(ContractRow contract, ContractVersionRow current) {
        if (contract.effectiveVersion() != null && contract.state() != ContractState.EFFECTIVE) {
            return null;
        }
        if (current.state() == ContractState.DRAFT) {
            return Event.EDIT;
        }
        if (current.state() == ContractState.NEGOTIATING) {
            return Event.COUNTER;
        }
        boolean over = current.state() == ContractState.EFFECTIVE || current.state() == ContractState.DECLINED || current.state() == ContractState.VOIDED
                || current.state() == ContractState.EXPIRED;
        return contract.state() == ContractState.EFFECTIVE && over ? Event.AMEND : null;
    }

    /** The draft's author asks the other side to agree. */
    CommandResult propose(UUID id, int expectedVersion) {
        Optional<ContractRow> found = contracts.lock(id);
        Optional<ContractVersionRow> current = found.flatMap(contract -> contracts.version(id, contract.currentVersion()));
        if (found.isEmpty() || current.isEmpty() || !Acting.as(current.get().authorOrgId())) {
            return new CommandResult.NotFound();
        }
        ContractRow contract = found.get();
        if (contract.version() != expectedVersion) {
            return new CommandResult.StaleVersion(contract.version());
        }
        if (ContractTransition.of(current.get().state(), Event.PROPOSE).isEmpty()) {
            return new CommandResult.IllegalTransition(current.get().state().name(), Event.PROPOSE.name());
        }
        ContractTexts.Text again = texts.of(contract, texts.form(current.get()), current.get().authorOrgId(), current.get().n(), current.get().amendment(),
                ContractState.NEGOTIATING);
        List<CommandResult.Problem> problems = ContractChecks.complete(again.twin(), LocalDate.now(clock));
        if (!problems.isEmpty()) {
            return new CommandResult.Invalid(problems);
        }
        standing.move(contract, current.get(), Event.PROPOSE, null);
        return new CommandResult.Done(id, contract.version() + 1);
    }
}
