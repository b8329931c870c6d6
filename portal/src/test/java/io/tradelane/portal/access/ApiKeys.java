package io.tradelane.portal.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.shared.Ids;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Machines in tests. */
public final class ApiKeys {

    private ApiKeys() {}

    /** With every scope there is. */
    public static RequestPostProcessor all(UUID organisation) {
        return authentication(new ApiKeyAuthentication(new ApiClient(Ids.next(), organisation, "test",
                Arrays.stream(Permission.values()).map(Permission::scope).collect(Collectors.toSet()), true), false));
    }
}
