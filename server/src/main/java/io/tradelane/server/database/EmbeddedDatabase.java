package io.tradelane.server.database;

import io.tradelane.server.home.GeneratedSecrets;
import io.tradelane.server.home.Home;
import io.tradelane.server.home.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own under {@code HOME/postgres}, as durable as an external one: the packaging we start it from
 * is made for tests and switches {@code fsync} off unless told otherwise, so it is told, and {@link SelfCheck} asks.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final int ATTEMPTS = 3;
    private static final boolean MAC = System.getProperty("os.name").startsWith("Mac");

    private final Path folder;
    private final Path data;
    private final Home home;
    private final EmbeddedPostgres postgres;
    private final DatabaseAccess access;

    EmbeddedDatabase(Home home, GeneratedSecrets secrets, Ports ports, int fixedPort) {
        this.home = home;
        this.folder = home.postgres();
        this.data = folder.resolve("data");
        try {
            home.createPrivate(folder);
            Files.createDirectories(home.logs());
            setHalfMadeAside();
            StalePostmaster.stop(data);
            postgres = start(secrets.get("postgres"), ports, fixedPort);
            access = new DatabaseRoles(postgres, secrets, data).ensure();
            Files.writeString(complete(), "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL in " + folder + "; see " + serverLog(), e);
        }
    }

    DatabaseAccess access() {
        return access;
    }

    private EmbeddedPostgres start(String password, Ports ports, int fixedPort) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = fixedPort != 0 ? fixedPort : ports.choose("postgres", 0);
            try {
                return builder(password, port).start();
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.warn("PostgreSQL did not start on port {} ({}); trying again", port, e.getMessage());
                StalePostmaster.stop(data);
            }
        }
    }

    private EmbeddedPostgres.Builder builder(String password, int port) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("programs").toFile())
                // Spring stops it after everything that uses it; a hook of its own would run at the same time.
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(30))
                .setConnectConfig("password", password)
                .setOutputRedirector(Redirect.appendTo(serverLog().toFile()))
                .setErrorRedirector(Redirect.appendTo(serverLog().toFile()))
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // Trigrams ask the system's ctype, not the provider above; in C no Chinese character is a letter.
                .setLocaleConfig("lc-ctype", MAC ? "en_US.UTF-8" : "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC");
    }

    /** A first start that was killed inside initdb left a folder that PostgreSQL can neither use nor make again. */
    private void setHalfMadeAside() throws IOException {
        if (Files.exists(data) && !Files.exists(complete())) {
            StalePostmaster.stop(data);
            Path aside = folder.resolve("incomplete-" + Instant.now().toEpochMilli());
            log.warn("The first start did not finish; its database folder is set aside as {}", aside);
            Files.move(data, aside);
        }
    }

    private Path complete() {
        return folder.resolve("complete");
    }

    private Path serverLog() {
        return home.logs().resolve("postgres.log");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
