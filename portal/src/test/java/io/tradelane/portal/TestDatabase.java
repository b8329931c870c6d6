package io.tradelane.portal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tradelane.trading.partner.DatabaseRoles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for all tests of the JVM, migrated and signed in to as in production. */
final class TestDatabase {
    private static final DataSource APPLICATION = start();

    private TestDatabase() {}

    /** As the application signs in. */
    static DataSource application() {
        return APPLICATION;
    }

    private static DataSource start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C.UTF-8").start();
            DatabaseRoles.ensure(postgres.getPostgresDatabase(), "tradelane", "owner", "app");
            String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/tradelane";
            Flyway.configure().dataSource(url, DatabaseRoles.OWNER, "owner").load().migrate();
            HikariConfig pool = new HikariConfig();
            pool.setJdbcUrl(url);
            pool.setUsername(DatabaseRoles.APPLICATION);
            pool.setPassword("app");
            pool.setMaximumPoolSize(12);
            pool.setMinimumIdle(1);
            pool.setConnectionTimeout(3_000);
            return new HikariDataSource(pool);
        } catch (Exception failure) {
            throw new IllegalStateException("the test database does not start", failure);
        }
    }
}
