package io.tradelane.server.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Passwords between the parts of one installation (database roles, broker, metrics). Nobody types them and none has a
 * default: each is made when it is first asked for and kept in {@code HOME/secrets.properties} as {@code ENC(...)}.
 */
public final class GeneratedSecrets {

    private final Path file;
    private final ConfigurationCipher cipher;
    private final SecureRandom random = new SecureRandom();

    public GeneratedSecrets(Home home, ConfigurationCipher cipher) {
        this.file = home.file("secrets.properties");
        this.cipher = cipher;
    }

    /** The secret of that name, the same one for as long as the home exists. 32 characters, URL-safe. */
    public synchronized String get(String name) {
        try {
            Map<String, String> kept = read();
            String value = kept.get(name);
            return value == null ? make(name, kept) : cipher.unwrap(name + " in " + file, value);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep generated secrets in " + file, e);
        }
    }

    private String make(String name, Map<String, String> kept) throws IOException {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        kept.put(name, cipher.wrap(secret));
        PrivateFiles.write(
                file,
                kept.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining()));
        return secret;
    }

    private Map<String, String> read() throws IOException {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        return Files.readAllLines(file).stream()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b, TreeMap::new));
    }
}
