package io.tradelane.trading.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts single fields with AES-256-GCM. A value reads {@code v<key id>:<base64 of nonce and ciphertext>} and is bound to
 * its table, column and row, so that it cannot be copied to another place.
 *
 * <p>Keys read {@code id:base64,id:base64 …}, each of 32 bytes: the first encrypts, all decrypt. To rotate, put a new key in
 * front, write every value for which {@link #isCurrent} is false again, then drop the old key.
 */
public final class SecretBox {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private final Map<String, SecretKeySpec> keys;
    private final @Nullable String current;
    private final SecureRandom random = new SecureRandom();

    private SecretBox(Map<String, SecretKeySpec> keys, @Nullable String current) {
        this.keys = keys;
        this.current = current;
    }

    /** @throws IllegalArgumentException if a key is not {@code id:} and 32 bytes in base64 */
    public static SecretBox withKeys(String setting) {
        Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
        for (String part : setting.strip().split("[,\\s]+")) {
            int colon = part.indexOf(':');
            byte[] key = colon <= 0 ? new byte[0] : Base64.getDecoder().decode(part.substring(colon + 1));
            if (key.length != 32) {
                throw new IllegalArgumentException("a master key reads id:base64 with 32 bytes");
            }
            keys.put(part.substring(0, colon), new SecretKeySpec(key, "AES"));
        }
        return new SecretBox(keys, keys.keySet().iterator().next());
    }

    public static SecretBox withKeyFile(Path file) {
        try {
            return withKeys(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the master key file " + file, failure);
        }
    }

    /** One that refuses to work, for a process that was given no key. */
    public static SecretBox withoutKeys() {
        return new SecretBox(Map.of(), null);
    }

    /** A new key under the id, as {@link #withKeys} reads it. */
    public static String newKey(String id) {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return id + ":" + Base64.getEncoder().encodeToString(key);
    }

    public String encrypt(String plain, String table, String column, UUID row) {
        if (current == null) {
            throw new IllegalStateException("no master key: set TRADELANE_MASTER_KEY or tradelane.master-key-file");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, current, nonce, plain.getBytes(StandardCharsets.UTF_8), table, column, row);
        byte[] value = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
        return "v" + current + ":" + Base64.getEncoder().encodeToString(value);
    }

    /** @throws IllegalStateException if the key is not here or the value was made for another place or was changed */
    public String decrypt(String value, String table, String column, UUID row) {
        int colon = value.indexOf(':');
        if (colon < 2 || value.charAt(0) != 'v') {
            throw new IllegalStateException("not an encrypted value in " + table + "." + column);
        }
        byte[] bytes = Base64.getDecoder().decode(value.substring(colon + 1));
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
        return new String(run(Cipher.DECRYPT_MODE, value.substring(1, colon), nonce, sealed, table, column, row), StandardCharsets.UTF_8);
    }

    /** Whether the value is encrypted with the first key. */
    public boolean isCurrent(String value) {
        return current != null && value.startsWith("v" + current + ":");
    }

    /**
     * Keys of 32 bytes for one purpose, by the id of the key that each is made from, the current one first: HMAC-SHA256 of the purpose, as
     * HKDF's expand step does. Empty without keys.
     */
    Map<String, byte[]> derive(String purpose) {
        Map<String, byte[]> derived = new LinkedHashMap<>();
        keys.forEach((id, key) -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
                mac.update(purpose.getBytes(StandardCharsets.UTF_8));
                derived.put(id, mac.doFinal(new byte[] {1}));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
        return derived;
    }

    private byte[] run(int mode, String keyId, byte[] nonce, byte[] input, String table, String column, UUID row) {
        SecretKeySpec key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("no master key with the id " + keyId);
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((table + '\0' + column + '\0' + row).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the value of " + table + "." + column + " cannot be opened", failure);
        }
    }
}
