package io.tradelane.server;

import io.tradelane.portal.access.ApiSecurity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** A hub without the portal: the doors for machines, and nothing for people. */
@Configuration(proxyBeanMethods = false)
@Conditional(HubSecurity.WithoutPortal.class)
@Import(ApiSecurity.class)
class HubSecurity {

    @Bean
    @Order(2)
    SecurityFilterChain nothingElse(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .build();
    }

    /** The role is hub, and not all. */
    static final class WithoutPortal implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Role.of(context.getEnvironment()) == Role.HUB;
        }
    }
}
