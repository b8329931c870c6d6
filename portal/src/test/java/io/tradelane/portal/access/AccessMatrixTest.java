package io.tradelane.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.tradelane.portal.PortalTest;
import io.tradelane.trading.partner.ApiClient;
import io.tradelane.trading.partner.Role;
import io.tradelane.trading.shared.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Every endpoint, asked by every role, by nobody, and by an API client with every scope and with none. */
class AccessMatrixTest extends PortalTest {

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleReachesWhatItIsGrantedAndNothingElse(Role role) throws Exception {
        UUID home = role.name().startsWith("SUPPLIER") ? trade.supplier : Set.of(Role.OPERATOR, Role.INTEGRATION_OPERATOR, Role.AUDITOR).contains(role) ? trade.operator : trade.buyer;
        List<String> wrong = new ArrayList<>();
        for (EndpointRules.Rule rule : pages().toList()) {
            int status = ask(rule, as(home, role)).getStatus();
            boolean granted = rule.permission() == null || Grants.of(List.of(role)).contains(rule.permission());
            if (granted ? status == 401 || status == 403 || status >= 500 : status != 403) {
                wrong.add(role + " " + rule.method() + " " + rule.pattern() + " → " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nobodyIsSentToSignIn(EndpointRules.Rule rule) throws Exception {
        MockHttpServletResponse response = ask(rule, request -> request);
        if (rule.pattern().equals("/events")) {
            assertThat(response.getStatus()).isEqualTo(401);
        } else {
            assertThat(response.getStatus()).isEqualTo(302);
            assertThat(response.getRedirectedUrl()).endsWith("/sign-in");
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void aKeyReachesWhatItsScopeSays(EndpointRules.Rule rule) throws Exception {
        assertThat(ask(rule, request -> request).getStatus()).as("without a key").isEqualTo(401);
        assertThat(ask(rule, key(Set.of())).getStatus()).as("without a scope").isEqualTo(403);
        assertThat(ask(rule, key(Set.of(rule.permission().scope()))).getStatus()).as("with the scope").isNotIn(401, 403, 500);
    }

    private RequestPostProcessor key(Set<String> scopes) {
        return authentication(new ApiKeyAuthentication(new ApiClient(Ids.next(), trade.buyer, "test", scopes, true), false));
    }

    private MockHttpServletResponse ask(EndpointRules.Rule rule, RequestPostProcessor caller) throws Exception {
        String address = rule.pattern().replaceAll("\\{\\w+}", Ids.next().toString()).replace("/**", "/x");
        return mvc.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(rule.method()), address).with(caller).with(csrf()))
                .andReturn().getResponse();
    }

    /** Behind sign-in; signing out ends what the test needs. */
    static Stream<EndpointRules.Rule> pages() {
        return EndpointRules.all().stream().filter(rule -> !rule.open() && !machine(rule) && !rule.pattern().equals("/sign-out"));
    }

    static Stream<EndpointRules.Rule> machines() {
        return EndpointRules.all().stream().filter(rule -> !rule.open() && machine(rule) && !rule.pattern().startsWith("/actuator"));
    }

    private static boolean machine(EndpointRules.Rule rule) {
        return rule.pattern().startsWith("/api/") || rule.pattern().startsWith("/services/") || rule.pattern().startsWith("/actuator");
    }
}
