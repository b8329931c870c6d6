package io.tradelane.portal.access;

import io.tradelane.portal.access.SignedInUser.Place;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Changes the organisation a person works for, to another of hers. */
@Component
public class Acting {
    private static final Logger LOG = LoggerFactory.getLogger(Acting.class);
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    /**
     * Does nothing if she does not belong to it.
     *
     * @param key of the place; the organisation alone means the first place there
     */
    public void switchTo(String key, HttpServletRequest request, HttpServletResponse response) {
        SignedInUser user = Caller.current().user();
        if (user == null) {
            return;
        }
        for (Place place : user.places()) {
            if (place.key().equals(key) || place.organisation().toString().equals(key)) {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user.actingFor(place), null, List.of()));
                SecurityContextHolder.setContext(context);
                contexts.saveContext(context, request, response);
                LOG.info("user {} acts for {} as {}", user.id(), place.key(), place.roles());
                return;
            }
        }
    }
}
