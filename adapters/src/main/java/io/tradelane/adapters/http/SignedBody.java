package io.tradelane.adapters.http;

import io.tradelane.adapters.LimitedStream;
import io.tradelane.adapters.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/** A request's body set aside while its signatures are made: it is not looked at before one of them is right. */
final class SignedBody implements AutoCloseable {
    private static final int BLOCK = 64 * 1024;
    private final Path file;
    private final byte[] sha256;

    private SignedBody(Path file, byte[] sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    /** @throws io.tradelane.trading.exchange.PayloadTooLarge beyond the limit */
    static SignedBody read(InputStream source, long limit, List<WebhookSignature> signatures) throws IOException {
        Path file = Files.createTempFile("tradelane-", ".webhook");
        try (OutputStream out = Files.newOutputStream(file)) {
            MessageDigest digest = Sha256.digest();
            var limited = new LimitedStream(source, limit);
            byte[] block = new byte[BLOCK];
            for (int read = limited.read(block); read >= 0; read = limited.read(block)) {
                int length = read;
                signatures.forEach(signature -> signature.update(block, 0, length));
                digest.update(block, 0, read);
                out.write(block, 0, read);
            }
            return new SignedBody(file, digest.digest());
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    long size() throws IOException {
        return Files.size(file);
    }

    byte[] sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
