package io.tradelane.trading.admission;

import io.tradelane.trading.admission.AdmissionOutcome.Done;
import io.tradelane.trading.admission.AdmissionOutcome.IllegalTransition;
import io.tradelane.trading.admission.AdmissionOutcome.Invalid;
import io.tradelane.trading.admission.AdmissionOutcome.NotFound;
import io.tradelane.trading.admission.AdmissionState.Event;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.people.Links;
import io.tradelane.trading.people.PersonInvitations;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The review of applications by who runs the hub. Whoever takes a review up proposes the company; a second person admits it. With that it is an
 * organisation, and its first administrator is invited.
 */
@Service
@Transactional
public class Admissions {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 2000;
    private final AdmissionRepository repository;
    private final AdmissionRecord record;
    private final Applications applications;
    private final Organisations organisations;
    private final PersonInvitations invitations;
    private final Clock clock;

    Admissions(AdmissionRepository repository, AdmissionRecord record, Applications applications, Organisations organisations, PersonInvitations invitations, Clock clock) {
        this.repository = repository;
        this.record = record;
        this.applications = applications;
        this.organisations = organisations;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** The newest first. @param state null: all that were confirmed */
    @Transactional(readOnly = true)
    public List<Admission> list(@Nullable AdmissionState state) {
        return repository.list(state);
    }

    @Transactional(readOnly = true)
    public Optional<Admission> find(UUID id) {
        return repository.look(id).filter(one -> one.state() != AdmissionState.UNCONFIRMED && one.state() != AdmissionState.LAPSED);
    }

    /** How many wait to be taken up. */
    @Transactional(readOnly = true)
    public int waiting() {
        return repository.count(AdmissionState.SUBMITTED);
    }

    public AdmissionOutcome review(UUID id) {
        return step(id, Event.START_REVIEW, one -> {
            Actor actor = Tenancy.current();
            record.move(one, Event.START_REVIEW, Map.of());
            repository.reviewer(id, actor.user(), actor.name());
            return new Done();
        });
    }

    /** @param links to the application */
    public AdmissionOutcome ask(UUID id, String question, Links links) {
        return step(id, Event.REQUEST_INFO, one -> said(question, "question", () -> {
            record.move(one, Event.REQUEST_INFO, Map.of("reason", question));
            repository.note(id, question);
            applications.write(one, "INFO", Map.of("question", question), links);
        }));
    }

    public AdmissionOutcome reject(UUID id, String reason, Links links) {
        return step(id, Event.REJECT, one -> said(reason, "reason", () -> {
            record.move(one, Event.REJECT, Map.of("reason", reason));
            repository.note(id, reason);
            repository.decided(id, Tenancy.current().name(), clock.instant(), null);
            applications.write(one, "REJECTED", Map.of("reason", reason), links);
        }));
    }

    /** @param links to join the new company */
    public AdmissionOutcome approve(UUID id, Links links) {
        return step(id, Event.APPROVE, one -> {
            Actor actor = Tenancy.current();
            if (actor.user() == null || actor.user().equals(one.reviewerId())) {
                return new AdmissionOutcome.SeparationOfDuties();
            }
            Application says = one.application();
            Optional<String> known = says.identifiers().entrySet().stream()
                    .filter(identifier -> organisations.byIdentifier(identifier.getKey(), identifier.getValue()).isPresent()).map(Map.Entry::getKey).findFirst();
            if (known.isPresent()) {
                return Invalid.of(known.get().toLowerCase(Locale.ROOT), "known");
            }
            record.move(one, Event.APPROVE, Map.of());
            Tenancy.run(actor.asHub(), () -> {
                UUID organisation = admit(says, one.email());
                repository.decided(id, actor.name(), clock.instant(), organisation);
                invitations.first(organisation, one.email(), one.language(), administrator(says.kind()), links);
            });
            return new Done();
        });
    }

    /** The first of its people has joined. */
    public void joined(UUID organisation) {
        Tenancy.run(Actor.hub(), () -> repository.ofOrganisation(organisation).filter(one -> one.state() == AdmissionState.QUALIFIED)
                .ifPresent(one -> record.move(one, Event.JOIN, Map.of())));
    }

    private UUID admit(Application says, String email) {
        String gln = says.identifiers().get(PartyIdentifier.GLN);
        UUID id = organisations.create(new NewOrganisation(says.name(), says.nameLocal(), says.kind(), gln, says.currency()));
        organisations.replace(new Organisation(id, says.name(), says.nameLocal(), says.kind(), gln, says.currency(),
                new Organisation.Address(says.street(), says.city(), says.postalCode(), says.country()),
                new Organisation.Contact(says.contactName(), says.phone(), email)));
        says.identifiers().forEach((scheme, value) -> organisations.addIdentifier(id, new PartyIdentifier(scheme, value)));
        return id;
    }

    /** Enough to begin with; more roles are given to more people. */
    private static Set<Role> administrator(Organisation.Kind kind) {
        Set<Role> roles = EnumSet.of(Role.ORGANISATION_ADMIN);
        if (kind != Organisation.Kind.SUPPLIER) {
            roles.add(Role.BUYER_STAFF);
        }
        if (kind != Organisation.Kind.BUYER) {
            roles.add(Role.SUPPLIER_SALES);
        }
        return roles;
    }

    private AdmissionOutcome step(UUID id, Event event, Function<Admission, AdmissionOutcome> work) {
        Optional<Admission> found = repository.find(id).filter(one -> one.state() != AdmissionState.UNCONFIRMED);
        if (found.isEmpty()) {
            return new NotFound();
        }
        return found.get().state().after(event).isEmpty() ? new IllegalTransition(found.get().state()) : work.apply(found.get());
    }

    private static AdmissionOutcome said(String text, String field, Runnable work) {
        if (text.strip().length() < SHORTEST || text.length() > LONGEST) {
            return Invalid.of(field, text.length() > LONGEST ? "too-long" : "required");
        }
        work.run();
        return new Done();
    }
}
