package io.tradelane.trading.people;

import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.TimelineEntry;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.people.AccessOutcome.Done;
import io.tradelane.trading.people.AccessOutcome.Invalid;
import io.tradelane.trading.people.AccessOutcome.NotFound;
import io.tradelane.trading.people.AccessOutcome.Waiting;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of a company and their roles. A sensitive role takes two persons, nobody changes her own, and duties that must be
 * apart stay apart; a company keeps one administrator at least. A person of another company is not found.
 */
@Service
@Transactional
public class People {
    private final PeopleRepository repository;
    private final RoleRequestRepository requests;
    private final Organisations organisations;
    private final PeopleRecord record;
    private final Journal journal;
    private final Clock clock;

    People(PeopleRepository repository, RoleRequestRepository requests, Organisations organisations, PeopleRecord record, Journal journal, Clock clock) {
        this.repository = repository;
        this.requests = requests;
        this.organisations = organisations;
        this.record = record;
        this.journal = journal;
        this.clock = clock;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<Person> list(UUID organisation) {
        return repository.list(organisation);
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(UUID organisation, UUID user) {
        return repository.find(organisation, user);
    }

    /** What happened to her roles and her account, oldest first. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> history(UUID user) {
        return journal.timeline(PeopleRecord.PERSON, user);
    }

    public AccessOutcome grant(UUID organisation, UUID user, Role role) {
        repository.lock(organisation);
        Optional<Person> person = repository.find(organisation, user);
        if (person.isEmpty()) {
            return new NotFound();
        }
        if (!possible(organisation).contains(role)) {
            return new Invalid("role", "role");
        }
        Actor actor = Tenancy.current();
        if (user.equals(actor.user())) {
            return new AccessOutcome.SeparationOfDuties("own-roles");
        }
        if (person.get().roles().contains(role)) {
            return new Done();
        }
        Set<Role> held = new HashSet<>(person.get().roles());
        held.addAll(person.get().requested());
        Optional<String> conflict = SeparationOfDuties.conflict(held, role);
        if (conflict.isPresent()) {
            return new AccessOutcome.SeparationOfDuties(conflict.get());
        }
        return give(organisation, user, role, actor);
    }

    /** At once, or, where the role is sensitive, as a request to a second person. */
    AccessOutcome give(UUID organisation, UUID user, Role role, Actor by) {
        if (role.sensitive()) {
            requests.insert(organisation, user, role, by.user(), by.name(), clock.instant());
            record.changed(organisation, user, "ROLE_REQUESTED", Map.of("role", role.name()));
            return new Waiting();
        }
        repository.grant(organisation, user, role);
        record.changed(organisation, user, "ROLE_GRANTED", Map.of("role", role.name()));
        return new Done();
    }

    /** Her last role stays: who is to have none is deactivated. */
    public AccessOutcome revoke(UUID organisation, UUID user, Role role) {
        repository.lock(organisation);
        Optional<Person> person = repository.find(organisation, user);
        if (person.isEmpty()) {
            return new NotFound();
        }
        if (user.equals(Tenancy.current().user())) {
            return new AccessOutcome.SeparationOfDuties("own-roles");
        }
        requests.withdraw(organisation, user, role, Tenancy.current(), clock.instant());
        if (!person.get().roles().contains(role)) {
            return new Done();
        }
        if (person.get().roles().size() == 1) {
            return new Invalid("role", "last-role");
        }
        if (lastAdministrator(organisation, person.get(), role)) {
            return new AccessOutcome.SeparationOfDuties("last-administrator");
        }
        repository.revoke(organisation, user, role);
        record.changed(organisation, user, "ROLE_REVOKED", Map.of("role", role.name()));
        return new Done();
    }

    public AccessOutcome deactivate(UUID organisation, UUID user) {
        repository.lock(organisation);
        Optional<Person> person = repository.find(organisation, user);
        if (person.isEmpty()) {
            return new NotFound();
        }
        if (user.equals(Tenancy.current().user())) {
            return new AccessOutcome.SeparationOfDuties("own-roles");
        }
        if (lastAdministrator(organisation, person.get(), administrator(organisation))) {
            return new AccessOutcome.SeparationOfDuties("last-administrator");
        }
        requests.withdraw(organisation, user, null, Tenancy.current(), clock.instant());
        repository.activate(organisation, user, false);
        record.changed(organisation, user, "DEACTIVATED", Map.of());
        return new Done();
    }

    /** With the roles that she had, but for the sensitive ones, which are asked for anew. */
    public AccessOutcome activate(UUID organisation, UUID user) {
        repository.lock(organisation);
        Optional<Person> person = repository.find(organisation, user);
        if (person.isEmpty()) {
            return new NotFound();
        }
        Actor actor = Tenancy.current();
        if (user.equals(actor.user())) {
            return new AccessOutcome.SeparationOfDuties("own-roles");
        }
        if (person.get().active()) {
            return new Done();
        }
        List<Role> sensitive = person.get().roles().stream().filter(Role::sensitive).toList();
        if (sensitive.size() == person.get().roles().size()) {
            return new Invalid("role", "role-first");
        }
        repository.activate(organisation, user, true);
        record.changed(organisation, user, "ACTIVATED", Map.of());
        sensitive.forEach(role -> {
            repository.revoke(organisation, user, role);
            give(organisation, user, role, actor);
        });
        return new Done();
    }

    /** How many may decide about people there, and do work. */
    long administrators(UUID organisation) {
        Role administrator = administrator(organisation);
        return repository.list(organisation).stream().filter(one -> one.active() && one.roles().contains(administrator)).count();
    }

    Set<Role> possible(UUID organisation) {
        return Role.of(kind(organisation));
    }

    private boolean lastAdministrator(UUID organisation, Person person, Role role) {
        return role == administrator(organisation) && person.active() && person.roles().contains(role) && administrators(organisation) == 1;
    }

    private Role administrator(UUID organisation) {
        return kind(organisation) == Organisation.Kind.OPERATOR ? Role.OPERATOR : Role.ORGANISATION_ADMIN;
    }

    private Organisation.Kind kind(UUID organisation) {
        return organisations.find(organisation).orElseThrow().kind();
    }
}
