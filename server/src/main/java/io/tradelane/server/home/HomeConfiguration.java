package io.tradelane.server.home;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class HomeConfiguration {

    @Bean
    Home home(Environment environment) {
        return Home.of(environment).create();
    }

    @Bean
    static InstallationKey installationKey(Environment environment) {
        return InstallationKey.of(environment);
    }

    /** The name is the one Jasypt's starter looks for when it meets the first {@code ENC(...)}. */
    @Bean("jasyptStringEncryptor")
    static ConfigurationCipher configurationCipher(InstallationKey key) {
        return new ConfigurationCipher(key);
    }

    @Bean
    GeneratedSecrets generatedSecrets(Home home, ConfigurationCipher cipher) {
        return new GeneratedSecrets(home, cipher);
    }

    @Bean
    Ports ports(Home home) {
        return new Ports(home);
    }

    @Bean
    DemoFile demoFile(Home home) {
        return new DemoFile(home);
    }
}
