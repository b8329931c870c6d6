package io.tradelane.trading.contract;

import io.tradelane.trading.contract.ContractTransition.Event;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.partner.Tenancy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contracts between a buyer and a supplier. Each is a chain of versions that nobody changes: drafts, proposals of either side, and what both
 * signed. Portal and API end here.
 */
@Service
@Transactional
public class Contracts {
    /** Entity type of a contract in the journal. */
    public static final String ENTITY = "CONTRACT";

    private final WriteContract write;
    private final DecideContract decide;
    private final SignContract sign;
    private final AwardedContract awarded;
    private final ContractTemplates templates;
    private final ContractRepository contracts;
    private final PaperRepository papers;
    private final ContractReader reader;
    private final ContractList list;

    Contracts(WriteContract write, DecideContract decide, SignContract sign, AwardedContract awarded, ContractTemplates templates,
            ContractRepository contracts, PaperRepository papers, ContractReader reader, ContractList list) {
        this.write = write;
        this.decide = decide;
        this.sign = sign;
        this.awarded = awarded;
        this.templates = templates;
        this.contracts = contracts;
        this.papers = papers;
        this.reader = reader;
        this.list = list;
    }

    /** A draft, seen by its author's company alone. */
    public CommandResult create(NewContract agreed, ContractForm form) {
        return write.create(agreed, WriteContract.Origin.NONE, form);
    }

    /** A draft of what was awarded, for either side to make: its lines, quantities and prices. Not found: nothing of the quotation was; invalid: a contract of it is there. */
    public CommandResult createOfAward(UUID quote, UUID template) {
        Optional<ContractTemplate> chosen = templates.find(template).filter(one -> one.type() == ContractType.ORDER);
        if (chosen.isEmpty()) {
            return CommandResult.invalid("template", "unknown");
        }
        Optional<AwardedContract.Draft> draft = awarded.of(quote, chosen.get());
        if (draft.isEmpty()) {
            return new CommandResult.NotFound();
        }
        return write.create(draft.get().agreed(), draft.get().origin(), draft.get().form());
    }

    /** What a new contract begins with. */
    @Transactional(readOnly = true)
    public Optional<ContractForm> blank(UUID template, String currency) {
        return templates.find(template).map(one -> awarded.form(one, "", currency, null, List.of()));
    }

    /** The draft again; in answer to what is proposed another proposal; of what is in force the draft of an amendment. */
    public CommandResult write(UUID id, ContractForm form, int expectedVersion) {
        return write.write(id, form, expectedVersion);
    }

    /** Invalid with all that is missing of the key content: parties, goods, price, delivery, payment, breach, and for frameworks more. */
    public CommandResult propose(UUID id, int expectedVersion) {
        return write.propose(id, expectedVersion);
    }

    public CommandResult accept(UUID id, int expectedVersion) {
        return decide.decide(id, Event.ACCEPT, null, expectedVersion);
    }

    public CommandResult decline(UUID id, @Nullable String reason, int expectedVersion) {
        return decide.decide(id, Event.DECLINE, reason, expectedVersion);
    }

    public CommandResult takeBack(UUID id, @Nullable String reason, int expectedVersion) {
        return decide.decide(id, Event.VOID, reason, expectedVersion);
    }

    /** For breach at once; otherwise when both have asked for it. */
    public CommandResult end(UUID id, boolean breach, @Nullable String reason, int expectedVersion) {
        return decide.end(id, breach, reason, expectedVersion);
    }

    /** Orders at the contract's prices and terms. @return the order's id */
    public CommandResult callOff(UUID id, List<CallOff> lines, int expectedVersion) {
        return decide.callOff(id, lines, expectedVersion, false);
    }

    /** Whether {@link #callOff} would place it now, or why not; nothing is written, and the contract stays locked. */
    public CommandResult checkCallOff(UUID id, List<CallOff> lines, int expectedVersion) {
        return decide.callOff(id, lines, expectedVersion, true);
    }

    /** The last file of a version of a contract that the caller sees; empty until it is printed. */
    @Transactional(readOnly = true)
    public Optional<ContractFile> paper(UUID version) {
        return Optional.ofNullable(sign.last(version));
    }

    /** Keeps what was printed of a version that both agreed to. The first counts. */
    public ContractFile keepPaper(UUID version, byte[] pdf) {
        return sign.keep(version, pdf);
    }

    /** The version's JSON twin, as it was hashed. */
    @Transactional(readOnly = true)
    public Optional<String> twin(UUID contract, int n) {
        return contracts.version(contract, n).map(ContractVersionRow::twin);
    }

    /** Whether the caller's company can sign now. */
    @Transactional(readOnly = true)
    public boolean maySign(UUID id) {
        UUID own = Tenancy.current().organisation();
        return own != null && contracts.find(id)
                .flatMap(contract -> contracts.version(id, contract.currentVersion()).flatMap(version -> sign.mayBeSigned(contract, version, own))).isPresent();
    }

    /** @param over what the caller saw and signed over */
    public CommandResult sign(UUID id, byte[] over, SignedPaper paper, int expectedVersion) {
        return sign.sign(id, over, paper, expectedVersion);
    }

    @Transactional(readOnly = true)
    public Optional<ContractView> find(UUID id) {
        return reader.find(id);
    }

    @Transactional(readOnly = true)
    public ContractPage list(ContractFilter filter) {
        return list.page(filter);
    }

    /** How many there are in the tab, whatever the page. */
    @Transactional(readOnly = true)
    public int count(ContractFilter filter) {
        return list.count(filter);
    }

    /** A file as it is kept, by its SHA-256. Under scope HUB for whoever knows that. */
    @Transactional(readOnly = true)
    public Optional<byte[]> file(byte[] sha256) {
        return papers.content(sha256);
    }

    /** What is known here of a file, by its SHA-256. Under scope HUB for whoever holds the file. */
    @Transactional(readOnly = true)
    public Optional<KnownPaper> known(byte[] sha256) {
        return papers.bySha256(sha256).flatMap(known -> reader.find(known.contractId()).flatMap(view -> view.versions().stream()
                .filter(version -> version.id().equals(known.versionId())).findFirst()
                .map(version -> new KnownPaper(view, version, known.step()))));
    }
}
