package io.tradelane.adapters.as2;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the endpoint at {@code /as2}. The messages authenticate themselves, so no other sign-in guards it. */
@Configuration(proxyBeanMethods = false)
class As2Configuration {

    @Bean
    ServletRegistrationBean<As2Servlet> as2Servlet(As2Reception reception) {
        var registration = new ServletRegistrationBean<>(new As2Servlet(reception), "/as2", "/as2/mdn");
        registration.setName("as2");
        return registration;
    }
}
