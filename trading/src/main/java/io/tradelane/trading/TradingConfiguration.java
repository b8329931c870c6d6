package io.tradelane.trading;

import io.tradelane.trading.partner.TenantTransactionManager;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The engine as Spring beans. Needs a {@code DataSource} of the application role, and an
 * {@link io.tradelane.trading.exchange.Announcer} where interchanges are dispatched.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan("io.tradelane.trading")
@EnableTransactionManagement
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
    JdbcClient jdbcClient(JdbcTemplate jdbcTemplate) {
        return JdbcClient.create(jdbcTemplate);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
