package io.tradelane.adapters.as2.message;

import org.jspecify.annotations.Nullable;

/**
 * How an outgoing message is protected. Compression is the innermost layer, then the signature, then encryption.
 *
 * @param signature hash of the signature; null: not signed
 * @param encryption null: not encrypted
 */
public record Protection(@Nullable Digest signature, @Nullable Cipher encryption, boolean compress) {
    public static final Protection NONE = new Protection(null, null, false);
}
