package io.tradelane.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradelane.server.database.DatabaseAccess.Login;
import io.tradelane.server.home.GeneratedSecrets;
import io.tradelane.server.home.Home;
import io.tradelane.server.home.HomeFixture;
import io.tradelane.server.home.Ports;
import io.tradelane.trading.partner.DatabaseCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One database folder through several starts: the tests follow one another. */
@TestMethodOrder(OrderAnnotation.class)
class EmbeddedDatabaseTest {

    @TempDir
    static Path folder;

    @Test
    @Order(1)
    void isDurableAndKnowsChinese() throws Exception {
        try (EmbeddedDatabase database = start()) {
            JdbcClient app = as(database, database.access().app());
            new SelfCheck(app).run();
            assertThat(app.sql("SHOW fsync").query(String.class).single()).isEqualTo("on");
            assertThat(app.sql("SHOW synchronous_commit").query(String.class).single())
                    .isEqualTo("on");
            JdbcClient owner = as(database, database.access().owner());
            owner.sql("CREATE EXTENSION pg_trgm").update();
            assertThat(owner.sql("SELECT array_length(show_trgm('采购订单'), 1)")
                            .query(Integer.class)
                            .single())
                    .isGreaterThan(3);
            owner.sql("CREATE TABLE kept (id int)").update();
            owner.sql("INSERT INTO kept VALUES (42)").update();
        }
    }

    @Test
    @Order(2)
    void keepsItsRowsItsPortAndItsPasswords() throws Exception {
        String urlBefore;
        try (EmbeddedDatabase database = start()) {
            urlBefore = database.access().url();
            assertThat(as(database, database.access().owner())
                            .sql("SELECT id FROM kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
        try (EmbeddedDatabase database = start()) {
            assertThat(database.access().url()).isEqualTo(urlBefore);
        }
    }

    @Test
    @Order(3)
    void letsNobodyInWithoutAPassword() throws Exception {
        try (EmbeddedDatabase database = start()) {
            for (String user : List.of("postgres", "tradelane_owner", "tradelane_app")) {
                assertThatThrownBy(() -> as(database, new Login(user, "wrong"))
                                .sql("SELECT 1")
                                .query()
                                .singleValue())
                        .rootCause()
                        .hasMessageContaining("password");
            }
        }
    }

    /** What is left after kill -9 of the server's process: PostgreSQL runs on, without an owner. */
    @Test
    @Order(4)
    void takesOverFromAnOrphan() throws Exception {
        long orphan;
        try (OtherProcess killed = OtherProcess.startDatabase(folder.resolve("home"))) {
            orphan = postmaster();
            killed.kill();
        }
        assertThat(ProcessHandle.of(orphan)).isPresent();
        try (EmbeddedDatabase database = start()) {
            assertThat(postmaster()).isNotEqualTo(orphan);
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(as(database, database.access().owner())
                            .sql("SELECT id FROM kept")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    @Order(5)
    void aFirstStartThatWasKilledIsBegunAgain() throws Exception {
        Files.delete(folder.resolve("home/postgres/complete"));
        try (EmbeddedDatabase database = start();
                var set = Files.list(folder.resolve("home/postgres"))) {
            assertThat(set.map(path -> path.getFileName().toString())).anyMatch(name -> name.startsWith("incomplete-"));
            assertThatCode(() -> new SelfCheck(as(database, database.access().app())).run())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    @Order(6)
    void theWorkerIsWalledInAndASuperuserIsRefused() throws Exception {
        try (EmbeddedDatabase database = start()) {
            DatabaseCheck worker = new DatabaseCheck(as(database, database.access().app()));
            assertThatCode(worker::requireIsolation).doesNotThrowAnyException();
            assertThatCode(worker::requireDurability).doesNotThrowAnyException();
            JdbcClient superuser = as(database, new Login("postgres", secrets().get("postgres")));
            assertThatThrownBy(() -> new SelfCheck(superuser).run())
                    .isInstanceOf(UnsafeDatabase.class)
                    .hasMessageContaining("may create roles");
        }
    }

    private static long postmaster() throws Exception {
        Path pidFile = folder.resolve("home/postgres/data/postmaster.pid");
        return Long.parseLong(Files.readAllLines(pidFile).getFirst());
    }

    private static EmbeddedDatabase start() {
        Home home = new Home(folder.resolve("home")).create();
        return new EmbeddedDatabase(home, secrets(), new Ports(home), 0);
    }

    private static GeneratedSecrets secrets() {
        return HomeFixture.secrets(new Home(folder.resolve("home")).create());
    }

    private static JdbcClient as(EmbeddedDatabase database, Login login) {
        return JdbcClient.create(
                new DriverManagerDataSource(database.access().url(), login.user(), String.valueOf(login.password())));
    }
}
