package io.tradelane.adapters.as2.message;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes an AS2 message apart, checking everything that the agreement with the sender asks for before anything is handed on. */
public final class MessageReader {
    private static final int MAX_LAYERS = 4;

    private final Policy policy;
    private @Nullable X509Certificate recipient;
    private boolean compressed;
    private Signatures.@Nullable Verified signature;

    private MessageReader(Policy policy) {
        this.policy = policy;
    }

    /**
     * @param payload the document with its MIME header
     * @param signedEntity the {@code multipart/signed} as decrypted: evidence that anybody can verify without our key; null if unsigned
     * @param micContent the bytes over which the receipt's MIC is made
     * @param digest the signature's hash
     * @param recipient for which certificate of ours it was encrypted; null if it was not
     */
    public record Incoming(Entity payload, @Nullable Entity signedEntity, byte[] micContent, @Nullable Digest digest,
            @Nullable X509Certificate signer, @Nullable X509Certificate recipient, boolean compressed) {

        public boolean encrypted() {
            return recipient != null;
        }

        /** Where in the signed entity the document stands as it is; negative where it is encoded or compressed in it, or nothing is signed. */
        public int documentAt() {
            if (signedEntity == null) {
                return -1;
            }
            byte[] document = payload.content();
            int at = Multipart.firstPart(signedEntity) + payload.bodyStart();
            return Arrays.equals(signedEntity.bytes(), Math.min(at, signedEntity.bytes().length), Math.min(at + document.length, signedEntity.bytes().length),
                    document, 0, document.length) ? at : -1;
        }

        /** By the hash of the signature; otherwise by the one the sender asked for. */
        public Mic mic(Digest asked) {
            return (digest == null ? asked : digest).over(micContent);
        }
    }

    /** @throws Refused with the disposition for the receipt */
    public static Incoming read(Entity wire, Policy policy) {
        try {
            return new MessageReader(policy).unwrap(wire);
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException malformed) {
            String reason = malformed instanceof MalformedMessage ? String.valueOf(malformed.getMessage()) : "The message cannot be read";
            throw new Refused(Disposition.UNEXPECTED_PROCESSING_ERROR, reason, malformed);
        }
    }

    private Incoming unwrap(Entity wire) {
        Entity current = wire;
        Entity signedEntity = null;
        for (int layer = 0; layer < MAX_LAYERS; layer++) {
            ContentType type = current.contentType();
            if (Compression.isCompressed(type)) {
                once(compressed, "compressed");
                current = Compression.expand(current, policy.maxBytes());
                compressed = true;
            } else if (Encryption.isEncrypted(type)) {
                once(recipient != null || signature != null, "encrypted");
                Encryption.Decrypted decrypted = Encryption.decrypt(current, policy.mine());
                current = decrypted.content();
                recipient = decrypted.recipient();
            } else if (type.is("multipart/signed")) {
                once(signature != null, "signed");
                signature = Signatures.verify(current, policy.partners(), policy.now());
                signedEntity = current;
                current = signature.content();
            } else {
                return finish(wire, current, signedEntity);
            }
        }
        throw new MalformedMessage("A message is wrapped more than " + MAX_LAYERS + " times");
    }

    private Incoming finish(Entity wire, Entity payload, @Nullable Entity signedEntity) {
        if (policy.encryptionRequired() && recipient == null) {
            throw new Refused(Disposition.INSUFFICIENT_MESSAGE_SECURITY, "The agreement asks for encryption");
        }
        if (signature == null) {
            if (policy.signatureRequired()) {
                throw new Refused(Disposition.INSUFFICIENT_MESSAGE_SECURITY, "The agreement asks for a signature");
            }
            byte[] content = payload == wire ? payload.body() : payload.bytes();
            return new Incoming(payload, null, content, null, null, recipient, compressed);
        }
        return new Incoming(payload, signedEntity, signature.content().bytes(), signature.digest(), signature.signer(), recipient,
                compressed);
    }

    private static void once(boolean before, String what) {
        if (before) {
            throw new MalformedMessage("A message is " + what + " twice or in the wrong order");
        }
    }
}
