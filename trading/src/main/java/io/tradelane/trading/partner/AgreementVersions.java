package io.tradelane.trading.partner;

import io.tradelane.trading.partner.AgreementChange.Done;
import io.tradelane.trading.partner.AgreementChange.EndWanted;
import io.tradelane.trading.partner.AgreementChange.Illegal;
import io.tradelane.trading.partner.AgreementChange.Invalid;
import io.tradelane.trading.partner.AgreementChange.NotFound;
import io.tradelane.trading.partner.AgreementChange.SameHands;
import io.tradelane.trading.partner.AgreementChange.Stale;
import io.tradelane.trading.partner.AgreementVersion.Hand;
import io.tradelane.trading.partner.AgreementVersion.State;
import io.tradelane.trading.partner.Tenancy.Actor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * The versions of agreements. A change is a draft; putting it into force makes it the one from a moment on, the one before it ends
 * then. What was in force stays as it was, with who changed it, who put it into force, when and why.
 */
@Service
@Transactional
public class AgreementVersions {
    private final AgreementRepository agreements;
    private final AgreementVersionRepository repository;
    private final PartnerRecord journal;
    private final AgreementMemory memory;

    AgreementVersions(AgreementRepository agreements, AgreementVersionRepository repository, PartnerRecord journal, AgreementMemory memory) {
        this.agreements = agreements;
        this.repository = repository;
        this.journal = journal;
        this.memory = memory;
    }

    /** Also of one that has ended. */
    @Transactional(readOnly = true)
    public Optional<AgreementKey> key(UUID agreement) {
        return agreements.key(agreement);
    }

    /** Those in which the organisation sends or receives and that have not ended; also those that have a draft only. */
    @Transactional(readOnly = true)
    public List<AgreementKey> keys(UUID organisation) {
        return agreements.keys(organisation);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<AgreementVersion> list(UUID agreement) {
        return repository.list(agreement);
    }

    @Transactional(readOnly = true)
    public Optional<AgreementVersion> find(UUID agreement, int number) {
        return repository.find(agreement, number);
    }

    /** By which version an interchange went out or came in; empty before it is known, and where nothing is agreed. */
    @Transactional(readOnly = true)
    public Optional<AgreementVersion> usedBy(UUID interchange) {
        return repository.usedBy(interchange);
    }

    /** What the second says differently. @return empty if one of them is not there */
    @Transactional(readOnly = true)
    public Optional<List<TermDifference>> compare(UUID agreement, int one, int other) {
        return repository.find(agreement, one).flatMap(before -> repository.find(agreement, other)
                .map(after -> TermsJson.differences(before.terms(), after.terms())));
    }

    /** What a version says, by path such as {@code acknowledgements.deadlineMinutes}. */
    public Map<String, String> texts(AgreementVersion version) {
        return TermsJson.texts(version.terms());
    }

    /** @throws tools.jackson.core.JacksonException if these are no terms of such an agreement */
    public static AgreementTerms terms(Direction direction, JsonNode given) {
        return TermsJson.given(direction, given);
    }

    /**
     * An agreement that is not there yet, as a draft; one that is gets the terms as its draft.
     *
     * @return the agreement
     */
    public AgreementKey propose(AgreementKey wanted, AgreementTerms terms, String reason) {
        AgreementKey key = agreements.like(wanted).orElseGet(() -> {
            agreements.insert(wanted);
            return wanted;
        });
        save(key.id(), terms, reason, null);
        return key;
    }

    /** Makes the draft, or changes it. @param edits of the draft as it was read; null: as it is, or there is none */
    public AgreementChange save(UUID agreement, AgreementTerms terms, String reason, @Nullable Integer edits) {
        return draft(agreement, terms, reason, null, edits);
    }

    /** A draft that says what an older version says. It takes the place of the draft that is there. */
    public AgreementChange rollBack(UUID agreement, int number, String reason) {
        return repository.find(agreement, number)
                .map(old -> draft(agreement, old.terms(), reason, number, null))
                .orElseGet(NotFound::new);
    }

    private AgreementChange draft(UUID agreement, AgreementTerms terms, String reason, @Nullable Integer basedOn, @Nullable Integer edits) {
        AgreementKey key = agreements.lock(agreement).orElse(null);
        if (key == null) {
            return new NotFound();
        }
        AgreementVersion draft = repository.draft(agreement).orElse(null);
        if (edits != null && edits != (draft == null ? 0 : draft.edits())) {
            return new Stale(draft == null ? 0 : draft.edits());
        }
        Actor actor = Tenancy.current();
        Instant now = repository.now();
        int number;
        if (draft == null) {
            Integer before = basedOn != null ? basedOn : inForce(agreement).map(AgreementVersion::number).orElse(null);
            number = repository.insert(agreement, false, terms, reason, before, actor, now);
        } else {
            number = draft.number();
            repository.update(draft.id(), terms, reason, basedOn, actor, now);
        }
        journal.changed(key, basedOn == null ? "AGREEMENT_DRAFTED" : "AGREEMENT_ROLLED_BACK", details(number, reason, null, null));
        return new Done(number);
    }

    /** The draft is given up; it stays readable. */
    public AgreementChange discard(UUID agreement) {
        return withVersion(agreement, () -> repository.draft(agreement), (key, draft) -> {
            repository.withdraw(draft);
            journal.changed(key, "AGREEMENT_DISCARDED", details(draft.number(), "", null, null));
            return new Done(draft.number());
        });
    }

    /**
     * Puts the draft into force.
     *
     * @param from null or past: at once
     * @param to when it ends without another one; null: when another one takes its place
     */
    public AgreementChange activate(UUID agreement, int number, @Nullable Instant from, @Nullable Instant to, String reason) {
        return withVersion(agreement, () -> repository.find(agreement, number), (key, version) -> {
            if (version.state() != State.DRAFT) {
                return new Illegal(version.state());
            }
            if (version.changed().is(Tenancy.current()) && repository.fourEyes(key)) {
                return new SameHands();
            }
            return activate(key, version, from, to, reason);
        });
    }

    private AgreementChange activate(AgreementKey key, AgreementVersion version, @Nullable Instant from, @Nullable Instant to, String reason) {
        Instant now = repository.now();
        Instant start = from == null || from.isBefore(now) ? now : from;
        if (to != null && !to.isAfter(start)) {
            return new Invalid("validTo", "before-from");
        }
        memory.written();
        repository.activate(version, start, to, reason, Tenancy.current(), now);
        journal.changed(key, "AGREEMENT_ACTIVATED", details(version.number(), reason, start, to));
        return new Done(version.number());
    }

    /** Takes back one that is not in force yet. */
    public AgreementChange withdraw(UUID agreement, int number) {
        return withVersion(agreement, () -> repository.find(agreement, number), (key, version) -> {
            if (version.state() != State.SCHEDULED) {
                return new Illegal(version.state());
            }
            memory.written();
            repository.withdraw(version);
            journal.changed(key, "AGREEMENT_WITHDRAWN", details(number, "", null, null));
            return new Done(number);
        });
    }

    /** Whether who changes an agreement of this company may not put the change into force. */
    @Transactional(readOnly = true)
    public boolean fourEyes(UUID organisation) {
        return repository.fourEyes(organisation);
    }

    public void fourEyes(UUID organisation, boolean wanted) {
        if (repository.fourEyes(organisation) != wanted) {
            repository.fourEyes(organisation, wanted);
            journal.changed(organisation, wanted ? "FOUR_EYES_ON" : "FOUR_EYES_OFF", Map.of());
        }
    }

    /** Whether two people are needed for this one. */
    @Transactional(readOnly = true)
    public boolean needsTwo(AgreementKey agreement) {
        return repository.fourEyes(agreement);
    }

    /** From now on nothing goes by it; it stays readable. Where two people are needed the first only wants it to end. */
    public AgreementChange end(UUID agreement) {
        AgreementKey key = agreements.lock(agreement).orElse(null);
        if (key == null) {
            return new NotFound();
        }
        if (repository.fourEyes(key)) {
            Hand wanted = agreements.endWanted(agreement).orElse(null);
            if (wanted == null) {
                Actor actor = Tenancy.current();
                agreements.endWanted(agreement, new Hand(actor.name(), actor.user(), repository.now()));
                journal.changed(key, "AGREEMENT_END_WANTED", Map.of());
                return new EndWanted();
            }
            if (wanted.is(Tenancy.current())) {
                return new SameHands();
            }
        }
        memory.written();
        agreements.end(agreement);
        journal.changed(key, "AGREEMENT_ENDED", Map.of());
        return new Done(0);
    }

    /** Who wants it to end, while another person has not said so. */
    @Transactional(readOnly = true)
    public Optional<Hand> endWanted(UUID agreement) {
        return agreements.endWanted(agreement);
    }

    /** It is not to end. */
    public AgreementChange keep(UUID agreement) {
        AgreementKey key = agreements.lock(agreement).orElse(null);
        if (key == null) {
            return new NotFound();
        }
        if (agreements.endWanted(agreement).isPresent()) {
            agreements.endWanted(agreement, null);
            journal.changed(key, "AGREEMENT_KEPT", Map.of());
        }
        return new Done(0);
    }

    /**
     * Changes what the agreement says about one thing: a draft, or more of the draft that is there; where {@code mayActivate} and one
     * person is enough, a version that is in force at once.
     */
    AgreementChange change(AgreementKey key, UnaryOperator<AgreementTerms.Sending> changed, boolean mayActivate) {
        agreements.lock(key.id());
        AgreementTerms.Sending inForce = (AgreementTerms.Sending) inForce(key.id()).map(AgreementVersion::terms).orElse(null);
        if (inForce != null && mayActivate && !repository.fourEyes(key)) {
            return new Done(agree(key, changed.apply(inForce), ""));
        }
        AgreementTerms before = repository.draft(key.id()).map(AgreementVersion::terms).orElse(inForce);
        return before == null ? new NotFound() : save(key.id(), changed.apply((AgreementTerms.Sending) before), "", null);
    }

    /** It has come with a file. */
    void imported(AgreementKey key) {
        memory.written();
        journal.changed(key, "AGREEMENT_IMPORTED", Map.of());
    }

    /** At once, whoever it is: where nobody asked for two people. Nothing happens if it is in force already. @return the version in force */
    int agree(AgreementKey key, AgreementTerms terms, String reason) {
        agreements.lock(key.id());
        AgreementVersion before = inForce(key.id()).orElse(null);
        if (before != null && before.terms().equals(terms)) {
            return before.number();
        }
        memory.written();
        Instant now = repository.now();
        int number = repository.insert(key.id(), true, terms, reason, before == null ? null : before.number(), Tenancy.current(), now);
        journal.changed(key, "AGREEMENT_ACTIVATED", details(number, reason, now, null));
        return number;
    }

    private Optional<AgreementVersion> inForce(UUID agreement) {
        return repository.list(agreement).stream().filter(version -> version.state() == State.IN_FORCE).findFirst();
    }

    private AgreementChange withVersion(
            UUID agreement, Supplier<Optional<AgreementVersion>> wanted, BiFunction<AgreementKey, AgreementVersion, AgreementChange> change) {
        AgreementKey key = agreements.lock(agreement).orElse(null);
        Optional<AgreementVersion> version = key == null ? Optional.empty() : wanted.get();
        return key == null || version.isEmpty() ? new NotFound() : change.apply(key, version.get());
    }

    private static Map<String, String> details(int number, String reason, @Nullable Instant from, @Nullable Instant to) {
        Map<String, String> details = new HashMap<>();
        details.put("version", Integer.toString(number));
        if (!reason.isBlank()) {
            details.put("reason", reason);
        }
        if (from != null) {
            details.put("from", from.toString());
        }
        if (to != null) {
            details.put("to", to.toString());
        }
        return details;
    }
}
