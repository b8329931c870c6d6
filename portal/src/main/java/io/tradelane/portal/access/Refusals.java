package io.tradelane.portal.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What a browser gets that may not: the way to sign in, a page that says who can grant it, or nothing at all. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String SIGN_IN = "/sign-in";
    private final LoginUrlAuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint(SIGN_IN);

    Refusals() {
        signIn.setFavorRelativeUris(true);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null || request.getRequestURI().equals("/events")) {
            // A part of a page must not become the sign-in form.
            response.setHeader("HX-Redirect", SIGN_IN);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        signIn.commence(request, response, failure);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException, ServletException {
        Optional<SignedInUser> waiting = SecondStep.waiting(SecurityContextHolder.getContext().getAuthentication());
        if (waiting.isPresent()) {
            response.sendRedirect(SignInOutcome.next(waiting.get()));
            return;
        }
        if (failure instanceof CsrfException && Caller.find() == null) {
            response.sendRedirect(SIGN_IN + "?expired");
            return;
        }
        boolean known = EndpointRules.of(request.getMethod(), request.getRequestURI()).isPresent();
        response.sendError(known ? HttpStatus.FORBIDDEN.value() : HttpStatus.NOT_FOUND.value());
    }
}
