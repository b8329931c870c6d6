package io.tradelane.trading.people;

import io.tradelane.trading.incident.Notices;
import io.tradelane.trading.partner.OneTimeToken;
import io.tradelane.trading.partner.Organisation;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Scope;
import io.tradelane.trading.partner.Tenancy.Source;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.User.Membership;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.people.AccessOutcome.Done;
import io.tradelane.trading.people.AccessOutcome.Invalid;
import io.tradelane.trading.people.AccessOutcome.NotFound;
import io.tradelane.trading.people.AccessOutcome.SeparationOfDuties;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Inviting people into a company by a mailed link that holds once, for a week. Whoever has an account under the address keeps it and
 * works for one company more. Sensitive roles of an invitation wait for a second person once it is accepted.
 */
@Service
@Transactional
public class PersonInvitations {
    /** How long a link can be used. */
    public static final Duration OPEN = Duration.ofDays(7);

    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,255}\\.[^\\s@,;<>\".]{2,63}");
    private static final int MOST_OPEN = 200;
    private final InvitationRepository repository;
    private final PeopleRepository peopleRows;
    private final People people;
    private final Users users;
    private final Organisations organisations;
    private final Notices notices;
    private final PeopleRecord record;
    private final Clock clock;

    PersonInvitations(InvitationRepository repository, PeopleRepository peopleRows, People people, Users users, Organisations organisations, Notices notices,
            PeopleRecord record, Clock clock) {
        this.repository = repository;
        this.peopleRows = peopleRows;
        this.people = people;
        this.users = users;
        this.organisations = organisations;
        this.notices = notices;
        this.record = record;
        this.clock = clock;
    }

    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    /** The open ones, the newest first. */
    @Transactional(readOnly = true)
    public List<PersonInvitation> list(UUID organisation) {
        return repository.list(organisation);
    }

    /** Takes the place of an open invitation of the same address. @param links makes the link of a token */
    public AccessOutcome invite(UUID organisation, String email, Locale language, Set<Role> roles, Links links) {
        peopleRows.lock(organisation);
        if (!isEmail(email)) {
            return new Invalid("email", "email");
        }
        if (roles.isEmpty() || !people.possible(organisation).containsAll(roles)) {
            return new Invalid("roles", roles.isEmpty() ? "required" : "role");
        }
        Optional<String> conflict = io.tradelane.trading.people.SeparationOfDuties.conflict(roles);
        if (conflict.isPresent()) {
            return new SeparationOfDuties(conflict.get());
        }
        if (people.list(organisation).stream().anyMatch(one -> one.email().equalsIgnoreCase(email))) {
            return new Invalid("email", "member");
        }
        if (repository.list(organisation).size() >= MOST_OPEN) {
            return new Invalid("email", "too-many");
        }
        send(organisation, email, language, roles, links);
        return new Done();
    }

    /** For a company's first administrator, who needs no second person: the company was admitted by two. */
    public void first(UUID organisation, String email, Locale language, Set<Role> roles, Links links) {
        send(organisation, email, language, roles, links);
    }

    private void send(UUID organisation, String email, Locale language, Set<Role> roles, Links links) {
        Actor actor = Tenancy.current();
        Instant now = clock.instant();
        repository.revoke(organisation, email, now);
        PersonInvitation invitation = new PersonInvitation(Ids.next(), organisation, email, language, roles, actor.user(), actor.name(), now, now.plus(OPEN));
        String token = OneTimeToken.fresh();
        repository.insert(invitation, OneTimeToken.hash(token));
        mail(invitation, links.of(token));
        record.invited(organisation, invitation.id(), "INVITED", Map.of("email", email, "roles", String.join(" ", roles.stream().map(Enum::name).toList())));
    }

    /** A new link; the one before holds no longer. */
    public AccessOutcome resend(UUID organisation, UUID id, Links links) {
        Optional<PersonInvitation> found = repository.find(organisation, id);
        if (found.isEmpty()) {
            return new NotFound();
        }
        String token = OneTimeToken.fresh();
        repository.renew(id, OneTimeToken.hash(token), clock.instant().plus(OPEN));
        mail(repository.find(organisation, id).orElseThrow(), links.of(token));
        record.invited(organisation, id, "INVITED_AGAIN", Map.of("email", found.get().email()));
        return new Done();
    }

    public AccessOutcome revoke(UUID organisation, UUID id) {
        Optional<PersonInvitation> found = repository.find(organisation, id);
        if (found.isEmpty()) {
            return new NotFound();
        }
        repository.revoke(organisation, found.get().email(), clock.instant());
        record.invited(organisation, id, "INVITATION_REVOKED", Map.of("email", found.get().email()));
        return new Done();
    }

    /** @param known whether there is an account under the address, which then keeps its name and password */
    public record Open(PersonInvitation invitation, Organisation company, boolean known) {}

    /** Empty: used, revoked, replaced, expired or never there. */
    public Optional<Open> open(String token) {
        return Tenancy.call(Actor.hub(), () -> repository.open(OneTimeToken.hash(token), clock.instant()).map(one ->
                new Open(one, organisations.find(one.organisation()).orElseThrow(), users.findByEmail(one.email()).isPresent())));
    }

    /** @param passwordHash of a new account @return who works for the company now; empty like {@link #open} */
    public Optional<User> accept(String token, String name, String passwordHash) {
        Optional<Open> open = open(token);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        PersonInvitation invitation = open.get().invitation();
        UUID company = invitation.organisation();
        return Tenancy.call(Actor.hub(), () -> {
            peopleRows.lock(company);
            boolean first = people.list(company).isEmpty();
            UUID user = users.findByEmail(invitation.email()).map(User::id)
                    .orElseGet(() -> users.create(invitation.email(), name, invitation.language(), passwordHash, List.<Membership>of()));
            String shown = users.find(user).orElseThrow().displayName();
            repository.accepted(invitation.id(), clock.instant());
            Tenancy.run(new Actor(Scope.HUB, company, user, shown, Source.PORTAL), () -> record.changed(company, user, "JOINED", Map.of("invitedBy", invitation.invitedBy())));
            Actor inviter = new Actor(Scope.HUB, company, invitation.invitedById(), invitation.invitedBy(), Source.PORTAL);
            Tenancy.run(inviter, () -> invitation.roles().forEach(role -> {
                if (first || !role.sensitive()) {
                    peopleRows.grant(company, user, role);
                    record.changed(company, user, "ROLE_GRANTED", Map.of("role", role.name()));
                } else {
                    people.give(company, user, role, inviter);
                }
            }));
            return users.find(user);
        });
    }

    private void mail(PersonInvitation invitation, String link) {
        Organisation company = organisations.find(invitation.organisation()).orElseThrow();
        boolean chinese = invitation.language().getLanguage().equals("zh");
        String name = chinese && company.nameLocal() != null ? company.nameLocal() : company.name();
        notices.letter(invitation.organisation(), invitation.email(), "INVITATION",
                Map.of("inviter", invitation.invitedBy(), "company", name, "until", invitation.expiresAt().atOffset(ZoneOffset.UTC).toLocalDate().toString()),
                link, invitation.language());
    }
}
