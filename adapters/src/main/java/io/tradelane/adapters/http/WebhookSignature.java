package io.tradelane.adapters.http;

import io.tradelane.adapters.HeldBody;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signature as in Standard Webhooks, "Verifying webhook authenticity": HMAC-SHA256 over {@code <id>.<timestamp>.<body>}, in base 64 after
 * {@code v1,}; a header may carry several, separated by blanks, while a secret is being changed. Fed with the body piece by piece.
 */
final class WebhookSignature implements HeldBody.Listener {
    static final String ID = "webhook-id";
    static final String TIMESTAMP = "webhook-timestamp";
    static final String SIGNATURE = "webhook-signature";
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private final Mac mac;

    /** @param secret {@code whsec_} and the key in base 64, at least 24 bytes @throws IllegalArgumentException when it is not that */
    WebhookSignature(String secret, String id, String timestamp) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    }

    static byte[] key(String secret) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
            if (key.length >= SHORTEST) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, without the secret.
        }
        throw new IllegalArgumentException("The secret has to be whsec_ and at least " + SHORTEST + " bytes in base 64");
    }

    @Override
    public void update(byte[] body, int offset, int length) {
        mac.update(body, offset, length);
    }

    /** Ends it. */
    String value() {
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal());
    }

    /** Ends it. @param header one or several signatures */
    boolean isIn(String header) {
        byte[] expected = value().getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (String one : header.split(" ")) {
            found |= MessageDigest.isEqual(expected, one.getBytes(StandardCharsets.US_ASCII));
        }
        return found;
    }
}
