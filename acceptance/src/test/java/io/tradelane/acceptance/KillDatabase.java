package io.tradelane.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/** Looks into the embedded database of a home, past row-level security, for what no door shows. */
final class KillDatabase {
    private static final String CIPHER = "PBEWithHmacSHA512AndAES_256";
    private static final int BLOCK = 16;
    private final Path home;

    KillDatabase(Path home) {
        this.home = home;
    }

    /** @param sql gives one number */
    long count(String sql) throws IOException, GeneralSecurityException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + property("ports.properties", "postgres") + "/tradelane";
        try (var connection = DriverManager.getConnection(url, "postgres", password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void update(String sql) throws IOException, GeneralSecurityException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + property("ports.properties", "postgres") + "/tradelane";
        try (var connection = DriverManager.getConnection(url, "postgres", password()); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Where the hub's broker listens. */
    int brokerPort() throws IOException {
        return Integer.parseInt(property("ports.properties", "broker"));
    }

    /** Opens the ENC(...) value as Jasypt made it: salt, initialisation vector, text. */
    private String password() throws IOException, GeneralSecurityException {
        String wrapped = property("secrets.properties", "postgres");
        byte[] bytes = Base64.getDecoder().decode(wrapped.substring("ENC(".length(), wrapped.length() - 1));
        char[] key = Files.readString(home.resolve("key")).strip().toCharArray();
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.DECRYPT_MODE, SecretKeyFactory.getInstance(CIPHER).generateSecret(new PBEKeySpec(key)),
                new PBEParameterSpec(Arrays.copyOf(bytes, BLOCK), 10_000,
                        new IvParameterSpec(Arrays.copyOfRange(bytes, BLOCK, 2 * BLOCK))));
        return new String(cipher.doFinal(bytes, 2 * BLOCK, bytes.length - 2 * BLOCK), StandardCharsets.UTF_8);
    }

    private String property(String file, String name) throws IOException {
        return Files.readAllLines(home.resolve(file)).stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst().orElseThrow();
    }

    /** Ends a PostgreSQL whose parent died; nothing happens if there is none. */
    void end() throws IOException {
        Path pid = home.resolve("postgres/data/postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip())).ifPresent(ProcessHandle::destroy);
        }
    }
}
