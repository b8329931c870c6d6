package io.tradelane.trading.partner;

import io.tradelane.trading.partner.Onboarding.Exchanged;
import io.tradelane.trading.partner.Onboarding.Step;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Scope;
import io.tradelane.trading.partner.User.Membership;
import io.tradelane.trading.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Companies on their way in. An invitation makes the company and its twin; whoever accepts it works for the twin and fills in the
 * wizard; what the company is and has there moves to the company itself when it goes live. Who may see an onboarding may work on it.
 */
@Service
@Transactional
public class Onboardings {
    /** How long an invitation can be accepted. */
    public static final Duration OPEN = Duration.ofDays(14);
    private static final Duration TURN = Duration.ofMinutes(1);

    private static final Set<String> KEY_SCOPES = Set.of("read", "write", "onboarding:write");
    private final OnboardingRepository repository;
    private final Organisations organisations;
    private final Sandboxes sandboxes;
    private final SandboxTerms terms;
    private final Users users;
    private final ApiClients clients;
    private final PartnerRecord record;
    private final Clock clock;

    Onboardings(OnboardingRepository repository, Organisations organisations, Sandboxes sandboxes, SandboxTerms terms, Users users,
            ApiClients clients, PartnerRecord record, Clock clock) {
        this.repository = repository;
        this.organisations = organisations;
        this.sandboxes = sandboxes;
        this.terms = terms;
        this.users = users;
        this.clients = clients;
        this.record = record;
        this.clock = clock;
    }

    /** @param token for the link; it is nowhere else */
    public record Invited(Onboarding onboarding, String token) {}

    /** @param inviter null: who runs the hub */
    public Invited invite(NewOrganisation company, UUID counterparty, String email, Locale language, @Nullable UUID inviter) {
        Actor actor = Tenancy.current();
        return asHub(() -> {
            Instant now = clock.instant();
            UUID made = organisations.create(company);
            sandboxes.open(counterparty);
            String token = OneTimeToken.fresh();
            repository.insert(new Onboarding(Ids.next(), inviter, made, sandboxes.open(made), counterparty, email, language, List.of(), Set.of(),
                    actor.name(), now, now.plus(OPEN), null, null, null, null), OneTimeToken.hash(token));
            Onboarding onboarding = repository.open(OneTimeToken.hash(token), now).orElseThrow();
            record.changed(made, "INVITED", Map.of("email", email));
            return new Invited(onboarding, token);
        });
    }

    /** A new link; the one before holds no longer. Empty if it was accepted already. */
    public Optional<String> inviteAgain(Onboarding onboarding) {
        if (onboarding.acceptedAt() != null) {
            return Optional.empty();
        }
        String token = OneTimeToken.fresh();
        repository.invite(onboarding.id(), OneTimeToken.hash(token), clock.instant().plus(OPEN));
        return Optional.of(token);
    }

    /** Empty: used, replaced, expired or never there. */
    public Optional<Onboarding> invitation(String token) {
        return asHub(() -> repository.open(OneTimeToken.hash(token), clock.instant()));
    }

    /** Whoever has an account under the invitation's address keeps it with its password. @return empty like {@link #invitation} */
    public Optional<Onboarding> accept(String token, String name, String passwordHash) {
        return asHub(() -> {
            Optional<Onboarding> open = repository.open(OneTimeToken.hash(token), clock.instant());
            open.ifPresent(onboarding -> {
                Organisation.Kind kind = organisations.find(onboarding.company()).orElseThrow().kind();
                List<Membership> places = roles(kind).stream().map(role -> new Membership(onboarding.twin(), role)).toList();
                users.findByEmail(onboarding.email()).ifPresentOrElse(
                        user -> places.forEach(place -> users.addMembership(user.id(), place.organisation(), place.role())),
                        () -> users.create(onboarding.email(), name, onboarding.language(), passwordHash, places));
                repository.accepted(onboarding.id(), clock.instant());
                record.changed(onboarding.company(), "INVITATION_ACCEPTED", Map.of("name", name));
            });
            return open;
        });
    }

    /** @param identifiers beside those that it has */
    public void profile(Onboarding onboarding, Organisation profile, List<PartyIdentifier> identifiers) {
        asHub(() -> {
            organisations.replace(profile);
            identifiers.forEach(identifier -> organisations.addIdentifier(profile.id(), identifier));
            sandboxes.refresh(profile.id());
            repository.done(onboarding.id(), Step.PROFILE);
            return record(onboarding, "PROFILE");
        });
    }

    /** What it exchanges; what it gets is agreed in the sandbox at once. */
    public void documents(Onboarding onboarding, List<Exchanged> documents) {
        asHub(() -> {
            repository.documents(onboarding.id(), documents);
            terms.agree(onboarding, documents);
            repository.done(onboarding.id(), Step.DOCUMENTS);
            return record(onboarding, "DOCUMENTS");
        });
    }

    /** As what and between which addresses one of its documents travels; nothing is kept. */
    public Agreement terms(Onboarding onboarding, Exchanged document) {
        return asHub(() -> terms.agreement(onboarding, sandboxes.open(onboarding.counterparty()), document, null));
    }

    /** Takes the place of the twin's channel of that direction. */
    public UUID channel(Onboarding onboarding, NewChannel channel) {
        return asHub(() -> {
            UUID id = terms.connect(onboarding, channel);
            repository.done(onboarding.id(), Step.CHANNEL);
            record(onboarding, "CHANNEL");
            return id;
        });
    }

    /** @throws IllegalArgumentException if the PEM holds no X.509 certificate */
    public void certificate(Onboarding onboarding, PartnerCertificate.Use use, String pem) {
        asHub(() -> {
            terms.trust(onboarding, use, pem);
            repository.done(onboarding.id(), Step.CERTIFICATES);
            return record(onboarding, "CERTIFICATES");
        });
    }

    /**
     * A key for the company's own system: for the twin, and once it is live, for the company.
     *
     * @return the key; show it now. Empty: who asks is neither that organisation nor runs the hub
     */
    public Optional<String> key(Onboarding onboarding) {
        boolean live = onboarding.liveAt() != null;
        UUID owner = live ? onboarding.company() : onboarding.twin();
        Actor actor = Tenancy.current();
        if (actor.scope() == Scope.ORGANISATION && !owner.equals(actor.organisation())) {
            return Optional.empty();
        }
        return asHub(() -> {
            record.changed(onboarding.company(), "ONBOARDING_KEY", Map.of("for", live ? "live" : "sandbox"));
            return Optional.of(clients.create(owner, live ? "live" : "sandbox", KEY_SCOPES).key());
        });
    }

    public void done(Onboarding onboarding, Step step) {
        asHub(() -> {
            repository.done(onboarding.id(), step);
            return record(onboarding, step.name());
        });
    }

    /**
     * What was agreed with the twin is agreed with the company, its channels and certificates are the company's, and its people work there.
     *
     * @param reason why, where not all has been seen; null where it has
     * @param open channels that are open from then on; the others wait for who runs the hub
     * @return false if it was live before
     */
    public boolean goLive(Onboarding onboarding, @Nullable String reason, Set<UUID> open) {
        String by = Tenancy.current().name();
        return asHub(() -> {
            if (!repository.live(onboarding.id(), clock.instant(), by, reason)) {
                return false;
            }
            terms.goLive(onboarding, open);
            users.list(onboarding.twin()).forEach(user -> user.memberships().stream()
                    .filter(membership -> membership.organisation().equals(onboarding.twin()))
                    .forEach(membership -> users.addMembership(user.id(), onboarding.company(), membership.role())));
            Map<String, String> details = new TreeMap<>(Map.of("channels", Integer.toString(open.size())));
            if (reason != null) {
                details.put("reason", reason);
            }
            record.changed(onboarding.company(), "WENT_LIVE", details);
            return true;
        });
    }

    @Transactional(readOnly = true)
    public Optional<Onboarding> find(UUID id) {
        return repository.find(id);
    }

    /** That of a company or of its twin. */
    @Transactional(readOnly = true)
    public Optional<Onboarding> of(UUID organisation) {
        return repository.of(organisation);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Onboarding> list() {
        return repository.list();
    }

    /** Companies that have sent something to their sandbox within that time and are not live. */
    @Transactional(readOnly = true)
    public List<UUID> active(Duration within) {
        return repository.active(clock.instant().minus(within));
    }

    /** Takes the turn of answering one, for a minute at most; {@link #give} ends it. @return empty if another process has it, or if it is live */
    public Optional<Onboarding> take(UUID id) {
        Instant now = clock.instant();
        return repository.take(id, now, now.plus(TURN)) ? repository.find(id) : Optional.empty();
    }

    public void give(UUID id) {
        repository.give(id);
    }

    private boolean record(Onboarding onboarding, String step) {
        record.changed(onboarding.company(), "ONBOARDING_STEP", Map.of("step", step));
        return true;
    }

    private static Set<Role> roles(Organisation.Kind kind) {
        Set<Role> roles = EnumSet.of(Role.ORGANISATION_ADMIN);
        if (kind == Organisation.Kind.BUYER || kind == Organisation.Kind.BOTH) {
            roles.addAll(EnumSet.of(Role.BUYER_STAFF, Role.BUYER_WAREHOUSE, Role.BUYER_FINANCE));
        }
        if (kind == Organisation.Kind.SUPPLIER || kind == Organisation.Kind.BOTH) {
            roles.addAll(EnumSet.of(Role.SUPPLIER_SALES, Role.SUPPLIER_WAREHOUSE, Role.SUPPLIER_FINANCE));
        }
        return roles;
    }

    /** The directory and other companies' twins are the hub's; the journal still names who did it. */
    private static <T> T asHub(Supplier<T> work) {
        Actor actor = Tenancy.find().orElseGet(Actor::hub);
        return Tenancy.call(new Actor(Scope.HUB, null, actor.user(), actor.name(), actor.source(), actor.as()), work);
    }
}
