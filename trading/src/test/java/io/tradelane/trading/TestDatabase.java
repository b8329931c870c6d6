package io.tradelane.trading;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tradelane.trading.exchange.Announcer;
import io.tradelane.trading.partner.DatabaseRoles;
import io.tradelane.trading.partner.NewOrganisation;
import io.tradelane.trading.partner.Organisation.Kind;
import io.tradelane.trading.partner.Organisations;
import io.tradelane.trading.partner.PartyIdentifier;
import io.tradelane.trading.partner.SecretBox;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.shared.CheckDigit;
import io.tradelane.trading.shared.Ids;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole engine on a real PostgreSQL, migrated and signed in to as in production: one cluster for all tests of the JVM,
 * and one Spring context. Tests share the tables, so each makes its own organisations and numbers.
 */
@SpringJUnitConfig(classes = TestDatabase.Engine.class, initializers = TestDatabase.Settings.class)
public abstract class TestDatabase {
    private static final AtomicLong NUMBER = new AtomicLong(System.currentTimeMillis());
    private static final Cluster CLUSTER = Cluster.start();

    /** What was announced to the dispatcher, which is not here. */
    protected static final Queue<UUID> ANNOUNCED = new ConcurrentLinkedQueue<>();

    @Autowired
    protected Organisations organisations;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    /** A new organisation with a GLN of its own. */
    protected UUID organisation(String name, Kind kind) {
        return hub(() -> organisations.create(new NewOrganisation(name, null, kind, gln(), "EUR")));
    }

    /** The GLN of an organisation made here. */
    protected String gln(UUID organisation) {
        return hub(() -> organisations.identifiers(organisation)).stream()
                .filter(identifier -> identifier.scheme().equals(PartyIdentifier.GLN))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** A number that no other test uses. */
    protected static String unique(String prefix) {
        return prefix + NUMBER.incrementAndGet();
    }

    protected static <T> T hub(Supplier<T> work) {
        return Tenancy.call(Actor.hub(), work);
    }

    protected static void asHub(Runnable work) {
        Tenancy.run(Actor.hub(), work);
    }

    protected static Actor person(UUID organisation) {
        return Actor.person(organisation, Ids.next(), "Somebody");
    }

    protected static Actor auditor() {
        return Actor.auditor(Ids.next(), "Auditor");
    }

    protected static Actor operator() {
        return Actor.operator(Ids.next(), "Operator");
    }

    /** In one transaction of the actor. */
    protected <T> T in(Actor actor, Supplier<T> work) {
        return Tenancy.call(actor, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }

    protected void inTransaction(Actor actor, Runnable work) {
        in(actor, () -> {
            work.run();
            return 0;
        });
    }

    /** Signed in as the superuser, whom row-level security does not bind: to look behind the wall and to tamper. */
    protected static JdbcClient superuser() {
        return CLUSTER.superuser;
    }

    /** As the application signs in. */
    protected static DataSource application() {
        return CLUSTER.application;
    }

    private static String gln() {
        String digits = Long.toString(4_000_000_000_00L + NUMBER.incrementAndGet() % 100_000_000_000L);
        return digits + CheckDigit.of(digits);
    }

    private record Cluster(JdbcClient superuser, DataSource application) {

        static Cluster start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "100")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
                DatabaseRoles.ensure(postgres.getPostgresDatabase(), "tradelane", "owner", "app");
                String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/tradelane";
                Flyway.configure().dataSource(url, DatabaseRoles.OWNER, "owner").load().migrate();
                return new Cluster(JdbcClient.create(postgres.getDatabase("postgres", "tradelane")), pool(url));
            } catch (Exception failure) {
                throw new IllegalStateException("the test database does not start", failure);
            }
        }

        private static DataSource pool(String url) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url);
            config.setUsername(DatabaseRoles.APPLICATION);
            config.setPassword("app");
            config.setMaximumPoolSize(12);
            config.setMinimumIdle(0);
            return new HikariDataSource(config);
        }
    }

    @Import(TradingConfiguration.class)
    static class Engine {
        @Bean
        Announcer announcer() {
            return ANNOUNCED::addAll;
        }

        @Bean
        DataSource dataSource() {
            return CLUSTER.application;
        }
    }

    static class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of(
                    "tradelane.database.require-durability", "false",
                    "tradelane.inbox.limit-bytes", "8000000",
                    "TRADELANE_MASTER_KEY", SecretBox.newKey("1"))));
        }
    }
}
