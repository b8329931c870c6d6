package io.tradelane.benchmarks.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/** A home in which the demo was played: its keys, its addresses, and the way into its database. */
record Home(Path folder) {
    private static final String CIPHER = "PBEWithHmacSHA512AndAES_256";
    private static final int BLOCK = 16;
    /** Sees everything. */
    static final String SUPERUSER = "postgres";
    /** As whom the hub works. */
    static final String WORKER = "tradelane_app";

    boolean played() {
        return Files.exists(folder.resolve("demo.json"));
    }

    String apiKey(String organisation) throws IOException {
        return demo("\"organisation\" : \"" + Pattern.quote(organisation) + "\"[^}]*\"key\" : \"([^\"]+)\"");
    }

    /** Where the hub delivers what it sends to Brightline. */
    String erp() throws IOException {
        return demo("\"brightlineErp\" : \"([^\"]+)\"");
    }

    private String demo(String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(folder.resolve("demo.json")));
        if (!found.find()) {
            throw new IOException("demo.json has nothing like " + pattern);
        }
        return found.group(1);
    }

    /** @param user {@link #SUPERUSER} or {@link #WORKER} */
    Connection connect(String user) throws IOException, SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + property("ports.properties", "postgres") + "/tradelane?reWriteBatchedInserts=true";
        try {
            return DriverManager.getConnection(url, user, password(user));
        } catch (GeneralSecurityException failure) {
            throw new IOException("cannot open the password of " + user, failure);
        }
    }

    /** Opens the ENC(...) value as Jasypt made it: salt, initialisation vector, text. */
    private String password(String user) throws IOException, GeneralSecurityException {
        String wrapped = property("secrets.properties", user.equals(SUPERUSER) ? "postgres" : "postgres.app");
        byte[] bytes = Base64.getDecoder().decode(wrapped.substring("ENC(".length(), wrapped.length() - 1));
        char[] key = Files.readString(folder.resolve("key")).strip().toCharArray();
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.DECRYPT_MODE, SecretKeyFactory.getInstance(CIPHER).generateSecret(new PBEKeySpec(key)),
                new PBEParameterSpec(Arrays.copyOf(bytes, BLOCK), 10_000, new IvParameterSpec(Arrays.copyOfRange(bytes, BLOCK, 2 * BLOCK))));
        return new String(cipher.doFinal(bytes, 2 * BLOCK, bytes.length - 2 * BLOCK), StandardCharsets.UTF_8);
    }

    private String property(String file, String name) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst().orElseThrow(() -> new IOException(file + " has no " + name));
    }
}
