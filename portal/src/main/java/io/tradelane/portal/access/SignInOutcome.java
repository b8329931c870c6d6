package io.tradelane.portal.access;

import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Users;
import io.tradelane.trading.people.Accounts;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Where sign-in leads: to the page first asked for, or back with a reason that gives nothing away. */
@Component
class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SignInOutcome.class);
    private static final int SECONDS_FOR_THE_NEXT_STEP = 10 * 60;
    private final Users users;
    private final LocaleResolver languages;
    private final Accounts accounts;

    SignInOutcome(Users users, LocaleResolver languages, Accounts accounts) {
        this.accounts = accounts;
        this.users = users;
        this.languages = languages;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof SignedInUser user) {
            if (user.missing() != null) {
                request.getSession().setMaxInactiveInterval(SECONDS_FOR_THE_NEXT_STEP);
                response.sendRedirect(next(user));
                return;
            }
            begin(request, response, user);
        }
        goOn(request, response, authentication);
    }

    /** Where the next step of signing in is done. */
    static String next(SignedInUser waiting) {
        return waiting.missing() == SignedInUser.Missing.CODE ? "/sign-in/code" : "/sign-in/second-factor";
    }

    /** She is signed in. */
    void begin(HttpServletRequest request, HttpServletResponse response, SignedInUser user) {
        SessionAge.begin(request.getSession(), user);
        Sessions.begin(request, request.getSession());
        // Her own language, wherever she sits; what the browser prefers, or who used it before, is no matter.
        Tenancy.call(Actor.hub(), () -> users.find(user.id())).ifPresent(known -> {
            languages.setLocale(request, response, known.locale());
            accounts.signedIn(known, request.getRemoteAddr());
        });
        LOG.info("signed in: user {}", user.id());
    }

    void goOn(HttpServletRequest request, HttpServletResponse response, Authentication authentication) throws ServletException, IOException {
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.info("sign-in refused from {}: {}", request.getRemoteAddr(), failure.getClass().getSimpleName());
        String reason = switch (failure) {
            case SignIn.TryLater later -> "?wait=" + later.minutes();
            case Passwords.Busy busy -> "?busy";
            default -> "?wrong";
        };
        response.sendRedirect("/sign-in" + reason);
    }
}
