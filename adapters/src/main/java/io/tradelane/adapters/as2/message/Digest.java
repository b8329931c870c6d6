package io.tradelane.adapters.as2.message;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Hashes we make and accept. SHA-1 and MD5 are not among them (RFC 8551, section 2.1; RFC 4130 successor draft). */
public enum Digest {
    SHA_256("sha-256", "SHA256", "2.16.840.1.101.3.4.2.1"),
    SHA_384("sha-384", "SHA384", "2.16.840.1.101.3.4.2.2"),
    SHA_512("sha-512", "SHA512", "2.16.840.1.101.3.4.2.3");

    private final String micalg;
    private final String prefix;
    private final String oid;

    Digest(String micalg, String prefix, String oid) {
        this.micalg = micalg;
        this.prefix = prefix;
        this.oid = oid;
    }

    /** The name in {@code micalg}, RFC 8551, section 3.5.3.2. */
    public String micalg() {
        return micalg;
    }

    String signatureWith(String keyAlgorithm) {
        return prefix + "with" + (keyAlgorithm.equals("EC") ? "ECDSA" : keyAlgorithm);
    }

    /** Reads {@code sha-256} and the older {@code sha256}; empty for anything we do not accept. */
    public static Optional<Digest> named(String micalg) {
        String bare = micalg.toLowerCase(Locale.ROOT).replace("-", "").strip();
        return Arrays.stream(values()).filter(d -> d.prefix.toLowerCase(Locale.ROOT).equals(bare)).findFirst();
    }

    static Optional<Digest> ofOid(String oid) {
        return Arrays.stream(values()).filter(d -> d.oid.equals(oid)).findFirst();
    }

    public Mic over(byte[] content) {
        try {
            return new Mic(MessageDigest.getInstance(micalg.toUpperCase(Locale.ROOT)).digest(content), this);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
