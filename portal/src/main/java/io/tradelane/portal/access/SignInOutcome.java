package io.tradelane.portal.access;

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

/** Where sign-in leads: to the page first asked for, or back with a reason that gives nothing away. */
@Component
class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SignInOutcome.class);

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof SignedInUser user) {
            SessionAge.begin(request.getSession(), user);
            LOG.info("signed in: user {}", user.id());
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.info("sign-in refused from {}: {}", request.getRemoteAddr(), failure.getClass().getSimpleName());
        String reason = failure instanceof SignIn.TryLater later ? "?wait=" + later.minutes() : "?wrong";
        response.sendRedirect("/sign-in" + reason);
    }
}
