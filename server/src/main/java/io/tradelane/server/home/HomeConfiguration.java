package io.tradelane.server.home;

import io.tradelane.trading.partner.SecretBox;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class HomeConfiguration {

    @Bean
    Home home(Environment environment) {
        return Home.of(environment).create();
    }

    @Bean
    static InstallationKey installationKey(Environment environment) {
        if (environment.containsProperty("tradelane.database.url") && !InstallationKey.isGiven(environment)) {
            throw new StartRefused(
                    "no installation key given for the external database",
                    "Processes that share a database share the key: set TRADELANE_KEY or tradelane.key-file to the same"
                            + " key for each of them.");
        }
        return InstallationKey.of(environment);
    }

    /** The name is the one Jasypt's starter looks for when it meets the first {@code ENC(...)}. */
    @Bean("jasyptStringEncryptor")
    static ConfigurationCipher configurationCipher(InstallationKey key) {
        return new ConfigurationCipher(key);
    }

    /** For secrets in fields of the database: under TRADELANE_MASTER_KEY where it is set, else under the installation key. */
    @Bean
    @Primary
    static SecretBox fieldCipher(Environment environment, InstallationKey key) {
        String given = environment.getProperty("TRADELANE_MASTER_KEY", "");
        return SecretBox.withKeys(
                given.isBlank() ? "installation:" + Base64.getEncoder().encodeToString(key.derive("fields")) : given);
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
