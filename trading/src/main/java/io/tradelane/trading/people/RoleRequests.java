package io.tradelane.trading.people;

import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Scope;
import io.tradelane.trading.people.AccessOutcome.Done;
import io.tradelane.trading.people.AccessOutcome.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sensitive roles that wait for a second person: neither the one who asked nor the one who is to have it. Where a company has one
 * administrator only, the operator of the hub is the second person.
 */
@Service
@Transactional
public class RoleRequests {
    private static final int TWO = 2;
    private final RoleRequestRepository requests;
    private final PeopleRepository repository;
    private final People people;
    private final PeopleRecord record;
    private final Clock clock;

    RoleRequests(RoleRequestRepository requests, PeopleRepository repository, People people, PeopleRecord record, Clock clock) {
        this.requests = requests;
        this.repository = repository;
        this.people = people;
        this.record = record;
        this.clock = clock;
    }

    /** What the caller could decide, were she the second person. @param own the company she works for */
    @Transactional(readOnly = true)
    public List<RoleRequest> waiting(UUID own) {
        return requests.waiting().stream().filter(one -> one.organisation().equals(own) || ofAnother(own, one)).toList();
    }

    /** @param own the company that the caller works for */
    public AccessOutcome decide(UUID own, UUID id, boolean grant) {
        Optional<RoleRequest> found = requests.waiting(id).filter(one -> one.organisation().equals(own) || ofAnother(own, one));
        if (found.isEmpty()) {
            return new NotFound();
        }
        RoleRequest request = found.get();
        repository.lock(request.organisation());
        Actor actor = Tenancy.current();
        if (actor.user() == null || actor.user().equals(request.user()) || actor.user().equals(request.requestedById())) {
            return new AccessOutcome.SeparationOfDuties("second-person");
        }
        Optional<Person> person = repository.find(request.organisation(), request.user());
        if (person.isEmpty()) {
            return new NotFound();
        }
        if (grant) {
            Optional<String> conflict = SeparationOfDuties.conflict(person.get().roles(), request.role());
            if (conflict.isPresent()) {
                return new AccessOutcome.SeparationOfDuties(conflict.get());
            }
            repository.grant(request.organisation(), request.user(), request.role());
        }
        requests.decide(id, grant, actor, clock.instant());
        record.changed(request.organisation(), request.user(), grant ? "ROLE_GRANTED" : "ROLE_REFUSED",
                Map.of("role", request.role().name(), "requestedBy", request.requestedBy()));
        return new Done();
    }

    private boolean ofAnother(UUID own, RoleRequest request) {
        return Tenancy.current().scope() == Scope.OPERATOR && !request.organisation().equals(own) && people.administrators(request.organisation()) < TWO;
    }
}
