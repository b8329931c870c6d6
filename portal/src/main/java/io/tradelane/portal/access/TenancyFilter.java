package io.tradelane.portal.access;

import io.tradelane.trading.partner.Tenancy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Runs the rest of the request as its caller, so that every transaction below sees the caller's rows only. */
final class TenancyFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Caller.find();
        if (caller == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            Tenancy.run(caller.actor(), () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException | ServletException failure) {
                    throw new Passing(failure);
                }
            });
        } catch (Passing passing) {
            switch (passing.getCause()) {
                case IOException failure -> throw failure;
                case ServletException failure -> throw failure;
                case null, default -> throw passing;
            }
        }
    }

    /** Carries a checked exception through {@link Runnable}. */
    private static final class Passing extends RuntimeException {
        Passing(Exception cause) {
            super(cause);
        }
    }
}
