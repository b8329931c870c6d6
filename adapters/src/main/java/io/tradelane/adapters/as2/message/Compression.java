package io.tradelane.adapters.as2.message;

import java.io.IOException;
import java.util.Base64;
import org.bouncycastle.cms.CMSCompressedData;
import org.bouncycastle.cms.CMSCompressedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;

/** Compressed data (RFC 3274 as used by RFC 5402), expanded only up to a limit that the size of what came decides. */
final class Compression {
    private static final int MAX_RATIO = 100;
    /** Below this a high ratio harms nobody: a short file of blanks packs better than 100 to 1. */
    private static final long ALWAYS_ALLOWED = 1024 * 1024;

    private Compression() {}

    static boolean isPkcs7(ContentType type) {
        return type.is("application/pkcs7-mime") || type.is("application/x-pkcs7-mime");
    }

    static boolean isCompressed(ContentType type) {
        return isPkcs7(type) && type.parameter("smime-type").orElse("").equalsIgnoreCase("compressed-data");
    }

    /** For use inside other layers: in base64, since many a receiver reads such parts line by line. */
    static Entity compressInside(Entity content) {
        Entity binary = compress(content);
        var headers = Headers.of();
        for (Headers.Field field : binary.headers().fields()) {
            boolean encoding = field.name().equals("Content-Transfer-Encoding");
            headers = headers.with(field.name(), encoding ? "base64" : field.value());
        }
        return Entity.of(headers, Base64.getMimeEncoder().encode(binary.body()));
    }

    static Entity compress(Entity content) {
        try {
            var generator = new CMSCompressedDataGenerator();
            var data = generator.generate(new CMSProcessableByteArray(content.bytes()), new ZlibCompressor());
            return pkcs7("compressed-data", "smime.p7z", data.getEncoded());
        } catch (CMSException | IOException broken) {
            throw new IllegalStateException("The message cannot be compressed", broken);
        }
    }

    /** @throws Refused decompression-failed, also when the content would grow beyond 100 times what came or {@code maxBytes} */
    static Entity expand(Entity compressed, long maxBytes) {
        byte[] packed = compressed.content();
        long limit = Math.min(maxBytes, Math.max(ALWAYS_ALLOWED, (long) packed.length * MAX_RATIO));
        byte[] content;
        try {
            content = new CMSCompressedData(packed).getContent(new ZlibExpanderProvider(limit));
        } catch (CMSException | RuntimeException broken) {
            throw new Refused(Disposition.DECOMPRESSION_FAILED,
                    "The message cannot be expanded, or would grow beyond " + limit + " bytes", broken);
        }
        return Entity.parse(content);
    }

    static Entity pkcs7(String smimeType, String name, byte[] der) {
        return Entity.of(Headers.of(
                "Content-Type", "application/pkcs7-mime; smime-type=" + smimeType + "; name=\"" + name + "\"",
                "Content-Transfer-Encoding", "binary",
                "Content-Disposition", "attachment; filename=\"" + name + "\""), der);
    }
}
