package io.tradelane.portal.people;

import io.tradelane.portal.access.Caller;
import io.tradelane.portal.access.PublicAddress;
import io.tradelane.portal.access.Sessions;
import io.tradelane.portal.frame.NotFound;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.people.AccessOutcome;
import io.tradelane.trading.people.AccessOutcome.Done;
import io.tradelane.trading.people.People;
import io.tradelane.trading.people.Person;
import io.tradelane.trading.people.PersonInvitations;
import io.tradelane.trading.people.RoleRequest;
import io.tradelane.trading.people.RoleRequests;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What pages and API do alike: for the caller's own company; a person whose rights changed signs in anew, so that no session keeps the old ones. */
@Component
class PeopleCommands {
    private final People people;
    private final RoleRequests requests;
    private final PersonInvitations invitations;
    private final Sessions sessions;
    private final PublicAddress address;

    PeopleCommands(People people, RoleRequests requests, PersonInvitations invitations, Sessions sessions, PublicAddress address) {
        this.people = people;
        this.requests = requests;
        this.invitations = invitations;
        this.sessions = sessions;
        this.address = address;
    }

    UUID company() {
        UUID organisation = Caller.current().organisation();
        if (organisation == null) {
            throw new NotFound();
        }
        return organisation;
    }

    Person person(UUID id) {
        return NotFound.orElse404(people.find(company(), id));
    }

    AccessOutcome grant(UUID id, Role role) {
        return ended(person(id).email(), people.grant(company(), id, role));
    }

    AccessOutcome revoke(UUID id, Role role) {
        return ended(person(id).email(), people.revoke(company(), id, role));
    }

    AccessOutcome deactivate(UUID id) {
        return ended(person(id).email(), people.deactivate(company(), id));
    }

    AccessOutcome activate(UUID id) {
        return ended(person(id).email(), people.activate(company(), id));
    }

    List<RoleRequest> waiting() {
        return requests.waiting(company());
    }

    AccessOutcome decide(UUID id, boolean grant) {
        RoleRequest request = NotFound.orElse404(waiting().stream().filter(one -> one.id().equals(id)).findFirst());
        return ended(request.email(), requests.decide(company(), id, grant));
    }

    AccessOutcome invite(String email, Locale language, Set<Role> roles) {
        return invitations.invite(company(), email, language, roles, this::link);
    }

    AccessOutcome resend(UUID id) {
        return invitations.resend(company(), id, this::link);
    }

    AccessOutcome withdraw(UUID id) {
        return invitations.revoke(company(), id);
    }

    private String link(String token) {
        return address.of("/join/" + token);
    }

    private AccessOutcome ended(String email, AccessOutcome outcome) {
        if (outcome instanceof Done) {
            sessions.endAll(email, null);
        }
        return outcome;
    }
}
