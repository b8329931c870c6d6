package io.tradelane.adapters.as2.message;

import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /**
     * @param sender needed for a signature only
     * @param recipient needed for encryption only
     */
    public static Outgoing write(Entity payload, Protection protection, @Nullable Identity sender, @Nullable X509Certificate recipient) {
        boolean bare = protection.signature() == null && protection.encryption() == null;
        boolean plain = bare && !protection.compress();
        Entity wire = payload;
        if (protection.compress()) {
            wire = bare ? Compression.compress(payload) : Compression.compressInside(payload);
        }
        Entity checked = protection.signature() == null ? payload : wire;
        Map<Digest, Mic> mics = mics(plain ? checked.body() : checked.bytes());
        if (protection.signature() != null) {
            wire = Signatures.sign(wire, Objects.requireNonNull(sender), protection.signature());
        }
        if (protection.encryption() != null) {
            wire = Encryption.encrypt(wire, Objects.requireNonNull(recipient), protection.encryption());
        }
        return new Outgoing(wire, mics);
    }

    /** What a receiver may have made its MIC over: the part, the part compressed, or the bare content of an unprotected message. */
    public static List<byte[]> micContents(Entity payload) {
        return List.of(payload.bytes(), Compression.compressInside(payload).bytes(), payload.body());
    }

    private static Map<Digest, Mic> mics(byte[] content) {
        var mics = new EnumMap<Digest, Mic>(Digest.class);
        for (Digest digest : Digest.values()) {
            mics.put(digest, digest.over(content));
        }
        return mics;
    }
}
