package io.tradelane.server.database;

import io.tradelane.server.home.Home;
import io.tradelane.server.home.HomeFixture;
import io.tradelane.server.home.Ports;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL that other processes meet as an external one. */
public final class DatabaseFixture implements AutoCloseable {

    private final EmbeddedDatabase database;

    public DatabaseFixture(Path folder) {
        Home home = new Home(folder).create();
        database = new EmbeddedDatabase(home, HomeFixture.secrets(home), new Ports(home), 0);
    }

    /** As the environment of a process that works on it. */
    public Map<String, String> settings() {
        DatabaseAccess access = database.access();
        return Map.of(
                "TRADELANE_DATABASE_URL", access.url(),
                "TRADELANE_DATABASE_USER", access.app().user(),
                "TRADELANE_DATABASE_PASSWORD", String.valueOf(access.app().password()));
    }

    /** What a process needs besides to migrate it. */
    public Map<String, String> owner() {
        DatabaseAccess.Login owner = database.access().owner();
        return owner == null
                ? Map.of()
                : Map.of(
                        "TRADELANE_DATABASE_OWNERUSER", owner.user(),
                        "TRADELANE_DATABASE_OWNERPASSWORD", String.valueOf(owner.password()));
    }

    public DataSource asApp() {
        DatabaseAccess access = database.access();
        return new DriverManagerDataSource(access.url(), access.app().user(), String.valueOf(access.app().password()));
    }

    @Override
    public void close() throws Exception {
        database.close();
    }
}
