package io.tradelane.trading;

import io.tradelane.trading.partner.DatabaseCheck;
import io.tradelane.trading.partner.SecretBox;
import io.tradelane.trading.partner.TenantTransactionManager;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The engine as Spring beans. Needs a {@code DataSource} of the application role, and an
 * {@link io.tradelane.trading.exchange.Announcer} where interchanges are dispatched.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackages = "io.tradelane.trading", nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableTransactionManagement(proxyTargetClass = true)
public class TradingConfiguration {

    @Bean
    TenantTransactionManager transactionManager(DataSource dataSource) {
        return new TenantTransactionManager(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    NamedParameterJdbcTemplate namedParameterJdbcTemplate(JdbcTemplate jdbcTemplate) {
        return new NamedParameterJdbcTemplate(jdbcTemplate);
    }

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcTemplate namedParameterJdbcTemplate) {
        return JdbcClient.create(namedParameterJdbcTemplate);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Keys from the environment variable {@code TRADELANE_MASTER_KEY} or the file {@code tradelane.master-key-file}. */
    @Bean
    SecretBox secretBox(Environment environment) {
        String key = environment.getProperty("TRADELANE_MASTER_KEY");
        String file = environment.getProperty("tradelane.master-key-file");
        return key != null ? SecretBox.withKeys(key) : file != null ? SecretBox.withKeyFile(Path.of(file)) : SecretBox.withoutKeys();
    }

    /**
     * Refuses to start where committed documents could be lost or a query could see another organisation's rows.
     * {@code tradelane.database.require-durability=false} is for tests.
     */
    @Bean
    SmartInitializingSingleton databaseCheck(JdbcClient jdbc, Environment environment) {
        DatabaseCheck check = new DatabaseCheck(jdbc);
        return () -> {
            check.requireIsolation();
            if (environment.getProperty("tradelane.database.require-durability", Boolean.class, true)) {
                check.requireDurability();
            }
        };
    }
}
