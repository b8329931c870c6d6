package io.tradelane.adapters.as2.message;

import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.Map;

/** Makes the MIME body of an AS2 message (RFC 4130, section 3; RFC 5402, section 3). */
public final class MessageWriter {

    private MessageWriter() {}

    /**
     * @param wire what is sent; its headers go into the HTTP header
     * @param expectedMics what a receipt may return, by hash: the partner may choose another hash than the signature's
     */
    public record Outgoing(Entity wire, Map<Digest, Mic> expectedMics) {}

    /** The part that carries a document: its bytes are the same for the same arguments, so a repeat has the same MIC. */
    public static Entity payload(byte[] document, String mediaType, String fileName) {
        String safeName = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        return Entity.of(Headers.of("Content-Type", mediaType, "Content-Transfer-Encoding", "binary",
                "Content-Disposition", "attachment; filename=\"" + safeName + "\""), document);
    }

    public static Outgoing write(Entity payload, Protection protection, Identity sender, X509Certificate recipient) {
        Entity wire = protection.compress() ? Compression.compress(payload) : payload;
        boolean plain = protection.signature() == null && protection.encryption() == null && !protection.compress();
        Entity checked = protection.signature() == null ? payload : wire;
        Map<Digest, Mic> mics = mics(plain ? checked.body() : checked.bytes());
        if (protection.signature() != null) {
            wire = Signatures.sign(wire, sender, protection.signature());
        }
        if (protection.encryption() != null) {
            wire = Encryption.encrypt(wire, recipient, protection.encryption());
        }
        return new Outgoing(wire, mics);
    }

    private static Map<Digest, Mic> mics(byte[] content) {
        var mics = new EnumMap<Digest, Mic>(Digest.class);
        for (Digest digest : Digest.values()) {
            mics.put(digest, digest.over(content));
        }
        return mics;
    }
}
