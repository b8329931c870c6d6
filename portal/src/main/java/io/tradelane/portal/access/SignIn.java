package io.tradelane.portal.access;

import io.tradelane.portal.access.SignedInUser.Missing;
import io.tradelane.portal.access.SignedInUser.Place;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.User;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.people.AccessPolicies;
import io.tradelane.trading.people.Accounts;
import io.tradelane.trading.people.SecondFactors;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Email and password. Unknown, disabled and wrong take the same time and get the same answer. */
@Component
class SignIn implements AuthenticationProvider {
    private static final int LONGEST_PASSWORD = 256;
    private final Users users;
    private final Organisations organisations;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final SecondFactors factors;
    private final AccessPolicies policies;
    private final Accounts accounts;
    private final String hashOfNobody;

    SignIn(Users users, Organisations organisations, PasswordEncoder passwords, SignInThrottle throttle, SecondFactors factors, AccessPolicies policies,
            Accounts accounts) {
        this.factors = factors;
        this.policies = policies;
        this.accounts = accounts;
        this.users = users;
        this.organisations = organisations;
        this.passwords = passwords;
        this.throttle = throttle;
        this.hashOfNobody = String.valueOf(passwords.encode(UUID.randomUUID().toString()));
    }

    /** Too many wrong tries; the account is not locked, it only has to wait. */
    static final class TryLater extends AuthenticationException {
        private final transient Duration wait;

        TryLater(Duration wait) {
            super("too many tries");
            this.wait = wait;
        }

        long minutes() {
            return SignIn.minutes(wait);
        }
    }

    /** For people: whole minutes, and 0 for none. */
    static long minutes(Duration wait) {
        return wait.isZero() ? 0 : Math.max(1, (wait.toSeconds() + 59) / 60);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = attempt.getName().strip();
        String password = String.valueOf(attempt.getCredentials());
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        return Tenancy.call(Tenancy.Actor.hub(), () -> {
            Duration wait = throttle.waiting(email, address);
            if (!wait.isZero()) {
                throw new TryLater(wait);
            }
            Optional<User> found = users.findByEmail(email);
            boolean matches = passwords.matches(
                    password.length() > LONGEST_PASSWORD ? "" : password, found.map(User::passwordHash).orElse(hashOfNobody));
            List<Place> places = found.filter(user -> matches && user.enabled()).map(this::places).orElse(List.of());
            if (places.isEmpty()) {
                // Beside the answer, which must not take longer for an account that is there.
                found.ifPresent(user -> Thread.startVirtualThread(() -> accounts.refused(user, address)));
                throttle.failed(email, address);
                throw new BadCredentialsException("email or password is wrong");
            }
            User user = found.orElseThrow();
            Missing missing = missing(user);
            if (missing != Missing.CODE) {
                throttle.succeeded(email); // a guesser of codes must not be forgiven by knowing the password
            }
            users.signedIn(user.id());
            SignedInUser principal = new SignedInUser(user.id(), user.email(), user.displayName(), places.getFirst(), places, missing);
            return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
        });
    }

    private @Nullable Missing missing(User user) {
        if (factors.confirmed(user.id())) {
            return Missing.CODE;
        }
        return policies.secondFactorNeeded(user.memberships()) ? Missing.ENROLMENT : null;
    }

    private List<Place> places(User user) {
        Map<UUID, Set<Role>> roles = new LinkedHashMap<>();
        user.memberships().forEach(membership ->
                roles.computeIfAbsent(membership.organisation(), id -> EnumSet.noneOf(Role.class)).add(membership.role()));
        return roles.entrySet().stream()
                .flatMap(entry -> organisations.find(entry.getKey()).stream().flatMap(found -> Place.of(found, entry.getValue()).stream()))
                .toList();
    }

    @Override
    public boolean supports(@Nullable Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.equals(kind);
    }
}
