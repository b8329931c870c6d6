package io.tradelane.portal.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session ten hours after sign-in, however busy it is. Idle sessions end by themselves. */
final class SessionAge extends OncePerRequestFilter {
    private static final Duration LONGEST = Duration.ofHours(10);
    private static final int IDLE_SECONDS = 30 * 60;
    private static final int IDLE_SECONDS_OPERATOR = 15 * 60;
    private static final String SIGNED_IN_AT = "signed-in-at";

    static void begin(HttpSession session, SignedInUser user) {
        session.setAttribute(SIGNED_IN_AT, Instant.now().getEpochSecond());
        session.setMaxInactiveInterval(user.isOperator() ? IDLE_SECONDS_OPERATOR : IDLE_SECONDS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(SIGNED_IN_AT) instanceof Long since
                && Instant.ofEpochSecond(since).plus(LONGEST).isBefore(Instant.now())) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }
}
