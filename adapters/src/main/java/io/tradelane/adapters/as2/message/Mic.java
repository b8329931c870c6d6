package io.tradelane.adapters.as2.message;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** A message integrity check: the hash of what was received, as a receipt returns it (RFC 4130, section 7.3.1). */
public record Mic(byte[] value, Digest digest) {

    public boolean matches(Mic other) {
        return digest == other.digest && MessageDigest.isEqual(value, other.value);
    }

    /** Written as {@code base64, sha-256}. */
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(value) + ", " + digest.micalg();
    }

    /** Empty when it cannot be read or its hash is one that we do not accept. */
    public static Optional<Mic> parse(String text) {
        int comma = text.lastIndexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        try {
            byte[] value = Base64.getMimeDecoder().decode(text.substring(0, comma).strip());
            return Digest.named(text.substring(comma + 1)).map(digest -> new Mic(value, digest));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
