package io.tradelane.trading.partner;

import io.tradelane.trading.document.PartyInformationDocument.Action;
import io.tradelane.trading.document.PartyInformationDocument.Entry;
import io.tradelane.trading.partner.PartyChange.Part;
import io.tradelane.trading.partner.PartyChange.Status;
import io.tradelane.trading.partner.PartyChanges.TakenAs;
import io.tradelane.trading.shared.CurrencyCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The commands behind {@link PartyChanges#accept}, {@link PartyChanges#acceptAccount} and {@link PartyChanges#reject}. */
@Component
class DecidePartyChange {
    private final PartyChangeRepository repository;
    private final Organisations organisations;
    private final PartyAccounts accounts;
    private final PartyChangeRecord record;

    DecidePartyChange(PartyChangeRepository repository, Organisations organisations, PartyAccounts accounts, PartyChangeRecord record) {
        this.repository = repository;
        this.organisations = organisations;
        this.accounts = accounts;
        this.record = record;
    }

    PartyDecision accept(UUID id, Part part, TakenAs as) {
        PartyChange change = repository.lock(id).filter(found -> found.part() == part && found.isFor(Tenancy.current())).orElse(null);
        if (change == null) {
            return new PartyDecision.NotFound();
        }
        if (change.status() != Status.WAITING) {
            return before(change, Status.ACCEPTED);
        }
        return part == Part.PARTY ? party(change, as) : account(change);
    }

    PartyDecision reject(UUID id, Part part, @Nullable String reason) {
        PartyChange change = repository.lock(id).filter(found -> found.part() == part && found.isFor(Tenancy.current())).orElse(null);
        if (change == null) {
            return new PartyDecision.NotFound();
        }
        return change.status() == Status.WAITING ? decided(change, change.organisation(), Status.REJECTED, reason, differences(change)) : before(change, Status.REJECTED);
    }

    private static PartyDecision before(PartyChange change, Status wanted) {
        return change.status() == wanted ? new PartyDecision.Done(change.organisation()) : new PartyDecision.DecidedBefore(change.status());
    }

    private List<PartyDifference> differences(PartyChange change) {
        return PartyChanges.compared(change, organisations.known(List.of(change.entry()), Stream.ofNullable(change.organisation()).toList())).differences();
    }

    private PartyDecision party(PartyChange change, TakenAs as) {
        Entry entry = change.entry();
        boolean goes = entry.action() == Action.DELETE;
        KnownParties known = organisations.known(List.of(entry), Stream.of(change.organisation(), as.organisation()).filter(Objects::nonNull).toList());
        Optional<KnownParties.Subject> subject = known.subject(entry);
        UUID about = change.organisation() != null ? change.organisation() : subject.map(found -> found.organisation().id()).orElse(as.organisation());
        Organisation organisation = about == null ? null : known.organisations().get(about);
        if (about != null && organisation == null) {
            return new PartyDecision.Invalid("organisation", "party-unknown");
        }
        List<PartyIdentifier> identifiers = KnownParties.identifiers(entry);
        if (!goes && identifiers.stream().flatMap(identifier -> Stream.ofNullable(known.owners().get(identifier))).anyMatch(owner -> !owner.equals(about))) {
            return new PartyDecision.Invalid("organisation", "identifier-taken");
        }
        // Of a place, and of what a person says is this company, only the identifiers are the company's.
        boolean identifiersOnly = goes || subject.map(KnownParties.Subject::place).orElse(true);
        List<PartyDifference> differences = PartyDifferences.of(entry, organisation, known.of(organisation), organisation != null && identifiersOnly);
        if (organisation != null) {
            PartyData now = PartyData.of(organisation);
            organisations.change(organisation, identifiersOnly ? now : PartyData.of(entry).over(now), identifiers, goes);
            return accepted(change, about, differences);
        }
        return goes ? accepted(change, null, differences) : taken(change, as, identifiers, differences);
    }

    private PartyDecision taken(PartyChange change, TakenAs as, List<PartyIdentifier> identifiers, List<PartyDifference> differences) {
        PartyData said = PartyData.of(change.entry());
        if (said.name() == null) {
            return new PartyDecision.Invalid("name", "required");
        }
        if (as.kind() == null || as.kind() == Organisation.Kind.OPERATOR) {
            return new PartyDecision.Invalid("kind", "required");
        }
        if (as.currency() == null || !CurrencyCode.isKnown(as.currency())) {
            return new PartyDecision.Invalid("currency", "no-currency");
        }
        String gln = identifiers.stream().filter(each -> each.scheme().equals(PartyIdentifier.GLN)).map(PartyIdentifier::value).findFirst().orElse(null);
        UUID made = organisations.take(new NewOrganisation(said.name(), null, as.kind(), gln, as.currency(), said.address(), identifiers), said.contact());
        return accepted(change, made, differences);
    }

    private PartyDecision account(PartyChange change) {
        Entry entry = change.entry();
        Organisation organisation = Optional.ofNullable(change.organisation()).flatMap(organisations::find).orElse(null);
        String number = PartyChanges.account(entry).orElseThrow();
        if (organisation == null) {
            return new PartyDecision.Invalid("organisation", "party-unknown");
        }
        // Accounts are the owner's; who is told of one sees none of them.
        boolean taken = Tenancy.call(Tenancy.Actor.hub(), () -> {
            UUID owner = accounts.owners(List.of(number)).get(number);
            if (owner != null && !owner.equals(organisation.id())) {
                return true;
            }
            if (entry.action() == Action.DELETE) {
                accounts.close(organisation.id(), number);
            } else {
                String holder = PartyData.of(entry).name();
                accounts.open(organisation.id(), number, holder == null ? organisation.name() : holder, organisation.currency());
            }
            return false;
        });
        return taken ? new PartyDecision.Invalid("account", "account-taken")
                : accepted(change, organisation.id(), List.of(PartyDifferences.ofAccount(entry, number)));
    }

    private PartyDecision accepted(PartyChange change, @Nullable UUID about, List<PartyDifference> differences) {
        return decided(change, about, Status.ACCEPTED, null, differences);
    }

    private PartyDecision decided(PartyChange change, @Nullable UUID about, Status status, @Nullable String reason, List<PartyDifference> differences) {
        if (about != null && change.organisation() == null) {
            repository.about(change.id(), about);
        }
        repository.decide(change.id(), status, reason, differences);
        Map<String, String> details = new LinkedHashMap<>(Map.of("number", change.number()));
        if (reason != null) {
            details.put("reason", reason);
        }
        differences.forEach(difference -> details.merge(difference.field().name(), text(difference.known()) + " → " + text(difference.proposed()),
                (one, other) -> one + "; " + other));
        record.decided(change, status, Stream.of(change.sender(), change.receiver(), about).filter(Objects::nonNull).collect(Collectors.toSet()), details);
        return new PartyDecision.Done(about);
    }

    private static String text(@Nullable String value) {
        return value == null ? "–" : value;
    }
}
