package io.tradelane.portal.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Looks a request up in {@link EndpointRules}. */
final class RuleAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return new AuthorizationDecision(EndpointRules.of(request.getMethod(), path)
                .map(rule -> rule.open() || allowed(rule, Caller.of(authentication.get())))
                .orElse(false));
    }

    private static boolean allowed(EndpointRules.Rule rule, @Nullable Caller caller) {
        return caller != null && (rule.permission() == null || caller.may(rule.permission()));
    }
}
