package io.tradelane.server;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Keeps the hub's frameworks out of a portal process and the portal's out of a hub process. */
final class RoleFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> OF_HUB = List.of(
            "org.apache.camel.",
            "org.apache.cxf.",
            "org.springframework.boot.artemis.",
            "org.springframework.boot.jms.");
    /** Would make up a user and print its password; people and machines are known by the portal's own sign-in. */
    private static final String INVENTED_USER =
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration";

    private static final List<String> OF_PORTAL =
            List.of("org.springframework.boot.thymeleaf.", "org.springframework.boot.session.", "org.springdoc.");

    private Role role = Role.ALL;

    @Override
    public void setEnvironment(Environment environment) {
        role = Role.of(environment);
    }

    @Override
    public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            String name = names[i];
            matches[i] = name == null || !isForeign(name);
        }
        return matches;
    }

    private boolean isForeign(String name) {
        List<String> foreign = switch (role) {
            case ALL -> List.of();
            case HUB -> OF_PORTAL;
            case PORTAL -> OF_HUB;
        };
        return name.equals(INVENTED_USER) || foreign.stream().anyMatch(name::startsWith);
    }
}
