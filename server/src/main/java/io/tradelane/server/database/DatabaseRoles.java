package io.tradelane.server.database;

import io.tradelane.server.database.DatabaseAccess.Login;
import io.tradelane.server.home.GeneratedSecrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database {@code tradelane} inside the embedded server, its owner and its worker, and passwords for all three
 * roles: until those are set, the server lets everybody on this machine in. Every step may be repeated.
 */
final class DatabaseRoles {

    private static final String DATABASE = "tradelane";
    private static final String OWNER = "tradelane_owner";
    private static final String APP = "tradelane_app";
    private static final String PASSWORDS_ONLY = """
            # Written by Tradelane: everybody shows a password.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final EmbeddedPostgres postgres;
    private final GeneratedSecrets secrets;
    private final Path accessRules;

    DatabaseRoles(EmbeddedPostgres postgres, GeneratedSecrets secrets, Path data) {
        this.postgres = postgres;
        this.secrets = secrets;
        this.accessRules = data.resolve("pg_hba.conf");
    }

    DatabaseAccess ensure() throws IOException {
        Login owner = new Login(OWNER, secrets.get("postgres.owner"));
        Login app = new Login(APP, secrets.get("postgres.app"));
        if (!Files.readString(accessRules).equals(PASSWORDS_ONLY)) {
            JdbcClient server = JdbcClient.create(postgres.getPostgresDatabase());
            ensureRole(server, owner);
            ensureRole(server, app);
            ensureDatabase(server);
            setPassword(server, "postgres", secrets.get("postgres"));
            Files.writeString(accessRules, PASSWORDS_ONLY);
            server.sql("SELECT pg_reload_conf()").query().singleValue();
        }
        return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE, owner, app);
    }

    private static void ensureRole(JdbcClient server, Login login) {
        boolean exists = server.sql("SELECT count(*) FROM pg_roles WHERE rolname = ?")
                        .param(login.user())
                        .query(Long.class)
                        .single()
                > 0;
        if (!exists) {
            server.sql("CREATE ROLE " + login.user()
                            + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS")
                    .update();
        }
        setPassword(server, login.user(), String.valueOf(login.password()));
    }

    /** Generated passwords are URL-safe Base64: nothing in them needs quoting. */
    private static void setPassword(JdbcClient server, String role, String password) {
        server.sql("ALTER ROLE " + role + " PASSWORD '" + password + "'").update();
    }

    private void ensureDatabase(JdbcClient server) {
        boolean exists = server.sql("SELECT count(*) FROM pg_database WHERE datname = ?")
                        .param(DATABASE)
                        .query(Long.class)
                        .single()
                > 0;
        if (!exists) {
            server.sql("CREATE DATABASE " + DATABASE + " OWNER " + OWNER).update();
        }
        DataSource inside = postgres.getDatabase("postgres", DATABASE);
        JdbcClient database = JdbcClient.create(inside);
        database.sql("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC").update();
        database.sql("GRANT CONNECT ON DATABASE " + DATABASE + " TO " + APP).update();
        database.sql("ALTER SCHEMA public OWNER TO " + OWNER).update();
        database.sql("GRANT USAGE ON SCHEMA public TO " + APP).update();
    }
}
