package io.tradelane.server.database;

import com.zaxxer.hikari.HikariDataSource;
import io.tradelane.server.database.DatabaseAccess.Login;
import io.tradelane.server.home.GeneratedSecrets;
import io.tradelane.server.home.Home;
import io.tradelane.server.home.Ports;
import io.tradelane.server.home.StartRefused;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "tradelane.database.url", matchIfMissing = true, havingValue = "never")
    static class Embedded {
        @Bean(destroyMethod = "close")
        EmbeddedDatabase embeddedDatabase(Home home, GeneratedSecrets secrets, Ports ports, DatabaseSettings settings) {
            return new EmbeddedDatabase(home, secrets, ports, settings.port());
        }

        @Bean
        DatabaseAccess databaseAccess(EmbeddedDatabase database) {
            return database.access();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("tradelane.database.url")
    static class External {
        @Bean
        DatabaseAccess databaseAccess(DatabaseSettings settings) {
            return DatabaseAccess.external(settings);
        }
    }

    @Bean
    @Primary
    HikariDataSource dataSource(DatabaseAccess access, DatabaseSettings settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("tradelane");
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.app().user());
        pool.setPassword(access.app().password());
        pool.setMaximumPoolSize(settings.poolSize());
        pool.addDataSourceProperty("ApplicationName", "tradelane");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    /** Migrations run as the owner, who has no other part in the process. */
    @Bean
    FlywayConfigurationCustomizer migrateAsOwner(DatabaseAccess access) {
        return flyway -> {
            Login owner = access.owner();
            if (owner != null) {
                flyway.dataSource(access.url(), owner.user(), owner.password());
            }
        };
    }

    @Bean
    FlywayMigrationStrategy migrateOrExpectMigrated(DatabaseAccess access) {
        return access.owner() == null
                ? DatabaseConfiguration::expectMigrated
                : flyway -> migrate(flyway, access.app().user());
    }

    /** The worker may read the history, so that a process without the owner can tell whether it is complete. */
    private static void migrate(Flyway flyway, String worker) {
        flyway.migrate();
        JdbcClient.create(flyway.getConfiguration().getDataSource())
                .sql("GRANT SELECT ON flyway_schema_history TO \"" + worker.replace("\"", "") + "\"")
                .update();
    }

    private static void expectMigrated(Flyway flyway) {
        if (flyway.info().pending().length > 0) {
            throw new StartRefused(
                    "the database has not been migrated to this version",
                    "Start a hub first, or give this process tradelane.database.owner-user.");
        }
    }

    @Bean
    @DependsOnDatabaseInitialization
    InitializingBean databaseSelfCheck(DataSource dataSource) {
        return () -> new SelfCheck(JdbcClient.create(dataSource)).run();
    }
}
