package io.tradelane.server.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;

/**
 * The one secret an operator keeps: it opens {@code ENC(...)} values of the configuration and the encrypted fields of
 * the database. Looked for in this order: environment variable {@code TRADELANE_KEY}; the file named by
 * {@code tradelane.key-file} (or {@code TRADELANE_KEY_FILE}); {@code HOME/key}, made at the first start.
 */
public final class InstallationKey {

    private static final int LEAST_LENGTH = 16;

    private final String text;

    private InstallationKey(String text, String source) {
        if (text.length() < LEAST_LENGTH) {
            throw new StartRefused(
                    "the key from %s is shorter than %d characters".formatted(source, LEAST_LENGTH),
                    "Give a longer one, for example the output of: openssl rand -base64 32");
        }
        this.text = text;
    }

    public static InstallationKey of(Environment environment) {
        return of(environment.getProperty("TRADELANE_KEY", ""), keyFile(environment));
    }

    /** Whether the operator gave a key, instead of leaving it to the first start to make one. */
    static boolean isGiven(Environment environment) {
        return !environment.getProperty("TRADELANE_KEY", "").isBlank()
                || !environment.getProperty("tradelane.key-file", "").isBlank();
    }

    static InstallationKey of(String fromEnvironment, Path file) {
        return fromEnvironment.isBlank()
                ? new InstallationKey(readOrMake(file), file.toString())
                : new InstallationKey(fromEnvironment.strip(), "TRADELANE_KEY");
    }

    private static Path keyFile(Environment environment) {
        String named = environment.getProperty("tradelane.key-file", "");
        return named.isBlank() ? Home.of(environment).create().file("key") : Path.of(named);
    }

    private static String readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[32];
                new SecureRandom().nextBytes(random);
                PrivateFiles.write(file, Base64.getEncoder().encodeToString(random) + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key file " + file, e);
        }
    }

    /** The password under which {@code ENC(...)} values are made and read. */
    String text() {
        return text;
    }

    /**
     * A 256-bit key for one purpose (HMAC-SHA-256 of the purpose under the key, as HKDF's expand step does), so that
     * fields of the database and values of the configuration never share one.
     */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "InstallationKey";
    }
}
