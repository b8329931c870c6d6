package io.tradelane.portal.access;

import io.tradelane.portal.access.SignedInUser.Missing;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.people.Accounts;
import io.tradelane.trading.people.SecondFactors;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Between the right password and being signed in: whoever still has to show a second factor, or to set one up, may do nothing else. */
@Component
public class SecondStep {
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final SecondFactors factors;
    private final SignInThrottle throttle;
    private final SignInOutcome outcome;
    private final Users users;
    private final Accounts accounts;

    SecondStep(SecondFactors factors, SignInThrottle throttle, SignInOutcome outcome, Users users, Accounts accounts) {
        this.factors = factors;
        this.throttle = throttle;
        this.outcome = outcome;
        this.users = users;
        this.accounts = accounts;
    }

    /** Who has shown her password and nothing more. */
    public static Optional<SignedInUser> waiting(Missing missing) {
        return waiting(SecurityContextHolder.getContext().getAuthentication()).filter(user -> user.missing() == missing);
    }

    static Optional<SignedInUser> waiting(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser user && user.missing() != null ? Optional.of(user) : Optional.empty();
    }

    /** @return 0, or for how many minutes she has to wait */
    public long wait(SignedInUser user, HttpServletRequest request) {
        return SignIn.minutes(throttle.waiting(user.email(), request.getRemoteAddr()));
    }

    /** A code of the app or a backup code; a wrong one counts like a wrong password. */
    public boolean verify(SignedInUser user, String code, HttpServletRequest request) {
        boolean right = factors.verify(user.id(), code);
        if (right) {
            throttle.succeeded(user.email());
        } else {
            throttle.failed(user.email(), request.getRemoteAddr());
            Tenancy.call(Actor.hub(), () -> users.find(user.id())).ifPresent(known -> accounts.refused(known, request.getRemoteAddr()));
        }
        return right;
    }

    /** She is signed in from here on, in a session with a new id. */
    public void complete(SignedInUser user, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user.complete(), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        outcome.begin(request, response, user);
    }

    /** To the page first asked for. */
    public void goOn(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        outcome.goOn(request, response, SecurityContextHolder.getContext().getAuthentication());
    }
}
