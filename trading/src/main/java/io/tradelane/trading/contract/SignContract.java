package io.tradelane.trading.contract;

import io.tradelane.trading.contract.ContractTransition.Event;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.sourcing.Acting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the paper both agreed to and what each of them signed of it. */
@Component
class SignContract {
    private final ContractRepository contracts;
    private final PaperRepository papers;
    private final Standing standing;
    private final Clock clock;

    SignContract(ContractRepository contracts, PaperRepository papers, Standing standing, Clock clock) {
        this.contracts = contracts;
        this.papers = papers;
        this.standing = standing;
        this.clock = clock;
    }

    /** The first that is printed of a version is its paper. */
    ContractFile keep(UUID version, byte[] pdf) {
        papers.keep(new ContractFile(Ids.next(), version, 0, pdf, ContractTwin.sha256(pdf), OffsetDateTime.now(clock)));
        return papers.last(version).orElseThrow();
    }

    /** Whether the caller's company may sign what it sees; what it signs is written only afterwards. */
    Optional<Event> mayBeSigned(ContractRow contract, ContractVersionRow version, UUID own) {
        Event event = version.state() == ContractState.READY ? Event.SIGN : Event.COUNTERSIGN;
        boolean signed = papers.signatures(version.id()).stream().anyMatch(signature -> signature.organisationId().equals(own));
        boolean late = version.signBy().isBefore(LocalDate.now(clock));
        return signed || late || contract.state().ended() || contract.currentVersion() != version.n() ? Optional.empty()
                : ContractTransition.of(version.state(), event).map(ContractTransition::event);
    }

    CommandResult sign(UUID id, byte[] over, SignedPaper paper, int expectedVersion) {
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
        Optional<Event> event = current.flatMap(version -> mayBeSigned(contract, version, own));
        if (event.isEmpty()) {
            return new CommandResult.IllegalTransition(contract.state().name(), Event.SIGN.name());
        }
        ContractVersionRow version = current.get();
        ContractFile last = papers.last(version.id()).orElseThrow();
        if (!Arrays.equals(last.sha256(), ContractTwin.sha256(over)) || !startsWith(paper.pdf(), over)) {
            return CommandResult.invalid("pdf", "other-file");
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        ContractFile file = new ContractFile(Ids.next(), version.id(), last.step() + 1, paper.pdf(), ContractTwin.sha256(paper.pdf()), now);
        papers.keep(file);
        papers.insert(new ContractSignature(Ids.next(), version.id(), file.id(), own, Tenancy.current().user(), Tenancy.current().name(), paper.subject(),
                paper.fingerprint(), paper.level(), now, paper.stampedAt()));
        standing.move(contract, version, event.get(), null);
        if (event.get() == Event.COUNTERSIGN) {
            standing.start(id);
        }
        return new CommandResult.Done(id, contracts.find(id).map(ContractRow::version).orElseThrow());
    }

    /** A signature is added behind what was signed before, of which no byte is changed. */
    private static boolean startsWith(byte[] signed, byte[] over) {
        return signed.length > over.length && Arrays.equals(signed, 0, over.length, over, 0, over.length);
    }

    @Nullable ContractFile last(UUID version) {
        return papers.last(version).orElse(null);
    }

    List<ContractSignature> signatures(UUID version) {
        return papers.signatures(version);
    }
}
