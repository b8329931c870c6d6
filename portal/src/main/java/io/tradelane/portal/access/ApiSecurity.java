package io.tradelane.portal.access;

import io.tradelane.trading.partner.ApiClients;
import io.tradelane.trading.partner.Organisations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/** Machines: API keys, no session, no cookie and so no CSRF token. A process that only has doors imports this class alone. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import({ProblemWriter.class, ReferenceId.class, ClientCertificates.class})
public class ApiSecurity {

    /** Each filter of each request would otherwise be wrapped for a timer that nobody reads. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http, ApiClients clients, Organisations organisations, ClientCertificates certificates,
            ProblemWriter problems) throws Exception {
        return http.securityMatcher("/api/**", "/services/**", "/as2/**", "/actuator/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                // Each request brings its key: no session is read or made.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .exceptionHandling(failures -> failures
                        .authenticationEntryPoint((request, response, failure) -> problems.unauthorised(request, response))
                        .accessDeniedHandler((request, response, failure) -> problems.refused(request, response)))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new RuleAuthorization()))
                .addFilterBefore(new ApiKeyFilter(clients, organisations, certificates, problems), AuthorizationFilter.class)
                .addFilterAfter(new TenancyFilter(), AuthorizationFilter.class)
                .build();
    }
}
