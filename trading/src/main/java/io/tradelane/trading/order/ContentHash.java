package io.tradelane.trading.order;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.exchange.DocumentJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Tells a repeat of a document from another document under the same number. */
public final class ContentHash {

    private ContentHash() {}

    /** SHA-256 of the document's JSON; the format it came in does not matter. */
    public static byte[] of(BusinessDocument document) {
        return of(DocumentJson.write(document));
    }

    public static byte[] of(String content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static boolean same(byte @Nullable [] one, byte @Nullable [] other) {
        return MessageDigest.isEqual(one, other);
    }
}
