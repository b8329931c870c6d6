package io.tradelane.portal.contract;

import io.tradelane.trading.contract.ContractFile;
import io.tradelane.trading.contract.Contracts;
import io.tradelane.trading.contract.ContractView;
import io.tradelane.trading.contract.SignedPaper;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Tenancy;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Prints what both agreed to, and signs it for the caller's company. The time-stamp is fetched before anything is locked. */
@Component
class ContractSigning {
    private final Contracts contracts;
    private final ContractPaper paper;
    private final SigningKeys keys;
    private final PadesSigner signer;
    private final Clock clock;

    ContractSigning(Contracts contracts, ContractPaper paper, SigningKeys keys, PadesSigner signer, Clock clock) {
        this.contracts = contracts;
        this.paper = paper;
        this.keys = keys;
        this.signer = signer;
        this.clock = clock;
    }

    /** The file with all signatures there are, kept from the first time that somebody asks; of a text still negotiated a print that nobody keeps. */
    byte[] paper(ContractView contract, ContractView.Version version) {
        Optional<ContractFile> kept = contracts.paper(version.id());
        if (kept.isPresent()) {
            return kept.get().content();
        }
        byte[] printed = paper.print(contract, version, contracts.twin(contract.id(), version.n()).orElseThrow());
        boolean reads = Tenancy.current().scope() == Tenancy.Scope.AUDITOR;
        return version.state().agreed() && !reads ? contracts.keepPaper(version.id(), printed).content() : printed;
    }

    CommandResult sign(UUID id, int expectedVersion) {
        Optional<ContractView> found = contracts.find(id);
        if (found.isEmpty()) {
            return new CommandResult.NotFound();
        }
        ContractView contract = found.get();
        if (contract.version() != expectedVersion) {
            return new CommandResult.StaleVersion(contract.version());
        }
        if (!contracts.maySign(id)) {
            return new CommandResult.IllegalTransition(contract.current().state().name(), "SIGN");
        }
        Optional<SigningIdentity> key = keys.usable();
        if (key.isEmpty()) {
            return CommandResult.invalid("key", "no-signing-key");
        }
        byte[] over = paper(contract, contract.current());
        PadesSigner.Signed signed = signer.sign(over, key.get(), Tenancy.current().name(), clock.instant());
        return contracts.sign(id, over, new SignedPaper(signed.pdf(), key.get().subject(), key.get().fingerprint(), signed.stampedAt() == null ? "B-B" : "B-T",
                signed.stampedAt()), expectedVersion);
    }
}
