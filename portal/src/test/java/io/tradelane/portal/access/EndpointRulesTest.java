package io.tradelane.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradelane.portal.PortalTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An endpoint that nobody thought about must not go out: every mapping stands in the table, under its own pattern. */
class EndpointRulesTest extends PortalTest {
    /** Served by doors, filters and Spring Boot, not by a controller of the portal. */
    private static final Set<String> ELSEWHERE = Set.of(
            "POST /sign-in", "POST /sign-out", "GET /assets/**", "GET /favicon.ico", "GET /error", "GET /actuator/**", "GET /actuator/health/**",
            "POST /as2/**", "GET /services/**", "POST /services/**", "POST /api/v1/interchanges", "POST /api/v1/webhooks/{channel}", "POST /api/v1/idocs/{channel}", "GET /api/docs");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyEndpointHasARule() {
        assertThat(mapped()).isSubsetOf(ruled());
    }

    @Test
    void everyRuleHasAnEndpoint() {
        Set<String> rules = ruled();
        rules.removeAll(ELSEWHERE);
        assertThat(mapped()).containsAll(rules);
    }

    @Test
    void anAddressWithoutARuleIsRefused() {
        assertThat(EndpointRules.of("GET", "/secret")).isEmpty();
        assertThat(EndpointRules.of("DELETE", "/orders")).isEmpty();
    }

    @Test
    void theMostSpecificRuleCounts() {
        assertThat(EndpointRules.of("GET", "/actuator/health/readiness")).get().extracting(EndpointRules.Rule::open).isEqualTo(true);
        assertThat(EndpointRules.of("GET", "/actuator/prometheus")).get().extracting(EndpointRules.Rule::permission).isEqualTo(Permission.METRICS_VIEW);
        assertThat(EndpointRules.of("HEAD", "/connections/new")).get().extracting(EndpointRules.Rule::pattern).isEqualTo("/connections/new");
    }

    private Set<String> mapped() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.tradelane"))
                .flatMap(entry -> names(entry.getKey()))
                .filter(name -> !name.endsWith(" /error"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> info.getPatternValues().stream().map(pattern -> method.name() + " " + pattern));
    }

    private static Set<String> ruled() {
        return EndpointRules.all().stream().map(rule -> rule.method() + " " + rule.pattern()).collect(Collectors.toCollection(TreeSet::new));
    }
}
