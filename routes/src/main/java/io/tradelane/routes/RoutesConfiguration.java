package io.tradelane.routes;

import io.tradelane.mappings.Translator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything of the hub above the doors. */
@Configuration
@ComponentScan
public class RoutesConfiguration {

    @Bean
    Translator translator() {
        return Translator.standard();
    }
}
