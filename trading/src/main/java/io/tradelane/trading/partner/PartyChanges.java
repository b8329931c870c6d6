package io.tradelane.trading.partner;

import io.tradelane.trading.document.PartyInformationDocument;
import io.tradelane.trading.document.PartyInformationDocument.Action;
import io.tradelane.trading.document.PartyInformationDocument.Entry;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.PartyChange.Part;
import io.tradelane.trading.partner.PartyChange.Status;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What partners propose about companies: it waits until somebody accepts it, and changes nothing before. */
@Service
@Transactional
public class PartyChanges {
    private static final int MOST = 500;
    private final PartyChangeRepository repository;
    private final Organisations organisations;
    private final PartyAccounts accounts;
    private final DecidePartyChange decide;

    PartyChanges(PartyChangeRepository repository, Organisations organisations, PartyAccounts accounts, DecidePartyChange decide) {
        this.repository = repository;
        this.organisations = organisations;
        this.accounts = accounts;
        this.decide = decide;
    }

    /** Who proposes it to whom. @param contentHash tells a repeat from another document under the same number */
    public record Proposer(
            UUID organisation, @Nullable UUID addressee, @Nullable UUID interchange, @Nullable UUID message, byte[] contentHash) {}

    /** How a party that is not known here is taken in. @param organisation it is this one; {@code null}: a new one, of that kind and currency */
    public record TakenAs(@Nullable UUID organisation, @Nullable Kind kind, @Nullable String currency) {}

    /** Keeps what of it is new, entry by entry, the bank account of each by itself. Needs an actor of scope HUB. */
    public PartyProposal propose(PartyInformationDocument document, Proposer proposer) {
        Optional<PartyChangeRepository.Standing> before = repository.standing(proposer.organisation(), document.number());
        if (before.isPresent()) {
            return MessageDigest.isEqual(before.get().contentHash(), proposer.contentHash())
                    ? new PartyProposal.Repeated(before.get().id()) : new PartyProposal.OtherContent(before.get().id());
        }
        KnownParties known = organisations.known(document.entries(), List.of());
        Map<String, UUID> owners = accounts.owners(document.entries().stream().flatMap(entry -> account(entry).stream()).toList());
        List<PartyChangeRepository.New> changes = new ArrayList<>();
        for (int i = 0; i < document.entries().size(); i++) {
            Entry entry = document.entries().get(i);
            Optional<KnownParties.Subject> subject = known.subject(entry);
            Organisation about = subject.map(KnownParties.Subject::organisation).orElse(null);
            UUID id = about == null ? null : about.id();
            if (!PartyDifferences.of(entry, about, known.of(about), subject.filter(KnownParties.Subject::place).isPresent()).isEmpty()) {
                changes.add(new PartyChangeRepository.New(i + 1, Part.PARTY, entry, id));
            }
            int position = i + 1;
            account(entry).filter(number -> (id != null && id.equals(owners.get(number))) == (entry.action() == Action.DELETE))
                    .ifPresent(number -> changes.add(new PartyChangeRepository.New(position, Part.BANK_ACCOUNT, entry, id)));
        }
        return changes.isEmpty() ? new PartyProposal.NothingNew()
                : new PartyProposal.Waiting(repository.insert(document, proposer, changes), changes.size());
    }

    /** The latest first, at most 500, with what differs now. @param status {@code null}: any */
    @Transactional(readOnly = true)
    public List<PartyChange> list(@Nullable Status status) {
        return compared(repository.list(status, MOST));
    }

    @Transactional(readOnly = true)
    public Optional<PartyChange> find(UUID id) {
        return compared(repository.find(id).stream().toList()).stream().findFirst();
    }

    /** How many of this part wait for the caller's organisation; for the operator, for anybody. */
    @Transactional(readOnly = true)
    public int waiting(Part part) {
        Tenancy.Actor actor = Tenancy.current();
        return repository.waiting(part, actor.scope() == Tenancy.Scope.ORGANISATION ? actor.organisation() : null);
    }

    /**
     * Data of a company come into force; the operator decides. A party that nobody knows becomes a company, or is taken as one that is
     * here, which then gets its identifiers.
     */
    public PartyDecision accept(UUID id, TakenAs as) {
        return decide.accept(id, Part.PARTY, as);
    }

    /**
     * A bank account is added, or goes. Whoever says so works for the company whose account it is, or for the one that was told of it,
     * and is kept in the journal.
     */
    public PartyDecision acceptAccount(UUID id) {
        return decide.accept(id, Part.BANK_ACCOUNT, new TakenAs(null, null, null));
    }

    public PartyDecision reject(UUID id, Part part, @Nullable String reason) {
        return decide.reject(id, part, reason);
    }

    /** In upper case and without spaces; empty when there is none. */
    static Optional<String> account(Entry entry) {
        return Optional.ofNullable(entry.bankAccount()).map(number -> number.replaceAll("\\s", "").toUpperCase(Locale.ROOT)).filter(number -> !number.isEmpty());
    }

    private List<PartyChange> compared(List<PartyChange> changes) {
        KnownParties known = organisations.known(changes.stream().map(PartyChange::entry).toList(),
                changes.stream().flatMap(change -> Stream.ofNullable(change.organisation())).distinct().toList());
        return changes.stream().map(change -> compared(change, known)).toList();
    }

    static PartyChange compared(PartyChange change, KnownParties known) {
        Entry entry = change.entry();
        Optional<KnownParties.Subject> subject = known.subject(entry);
        Organisation about = change.organisation() != null ? known.organisations().get(change.organisation())
                : subject.map(KnownParties.Subject::organisation).orElse(null);
        boolean place = subject.map(KnownParties.Subject::place).orElse(about != null);
        List<PartyDifference> differences = change.status() != Status.WAITING ? change.differences()
                : change.part() == Part.PARTY ? PartyDifferences.of(entry, about, known.of(about), place)
                : account(entry).map(number -> List.of(PartyDifferences.ofAccount(entry, number))).orElse(List.of());
        return change.about(about == null ? null : about.id(), place, differences);
    }
}
