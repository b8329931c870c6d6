package io.tradelane.portal.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** People: sessions in PostgreSQL, CSRF tokens, a content security policy without any inline script or style. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; font-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";
    private static final int HSTS_SECONDS = 31_536_000;

    @Bean
    PasswordEncoder passwordEncoder() {
        return new Passwords();
    }

    @Bean
    @Order(2)
    SecurityFilterChain portalChain(HttpSecurity http, SignIn signIn, SignInOutcome outcome, Refusals refusals) throws Exception {
        // A manager of its own, without a parent that would try (and count) a wrong password a second time.
        return http.authenticationManager(new ProviderManager(signIn))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
                .headers(headers -> headers
                        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(self), geolocation=(), microphone=(), payment=()"))
                        .httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(true).maxAgeInSeconds(HSTS_SECONDS)))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new RuleAuthorization()))
                .addFilterBefore(new SessionAge(), AuthorizationFilter.class)
                .addFilterAfter(new TenancyFilter(), AuthorizationFilter.class)
                .build();
    }

    /** A session that only was seen again within a minute is not written: it would be a write to disk for every page. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> seldomWritten() {
        return sessions -> sessions.setUpdateSessionQuery("""
                update spring_session s set session_id = n.session_id, last_access_time = n.seen, max_inactive_interval = n.idle, expiry_time = n.expiry,
                       principal_name = n.principal
                  from (values (?, ?, ?, ?, ?)) n (session_id, seen, idle, expiry, principal)
                 where s.primary_id = ? and (s.session_id <> n.session_id or s.max_inactive_interval <> n.idle
                       or s.principal_name is distinct from n.principal or n.seen >= s.last_access_time + 60000)
                """);
    }

    /** @param https whether browsers reach the portal by https only, as they do everywhere but in a demo */
    @Bean
    CookieSerializer cookieSerializer(@Value("${tradelane.portal.https}") boolean https) {
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        cookies.setCookieName(https ? "__Host-tradelane" : "tradelane");
        cookies.setUseSecureCookie(https);
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        cookies.setCookiePath("/");
        return cookies;
    }
}
