package io.tradelane.adapters;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/** A request's body set aside while its signatures and its hash are made: it is not looked at before these are right. */
public final class HeldBody implements AutoCloseable {
    private static final int BLOCK = 64 * 1024;
    private final Path file;
    private final byte[] sha256;

    private HeldBody(Path file, byte[] sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    /** Is told of the body, piece by piece. */
    public interface Listener {
        void update(byte[] block, int offset, int length);
    }

    /** @throws io.tradelane.trading.exchange.PayloadTooLarge beyond the limit */
    public static HeldBody read(InputStream source, long limit, List<? extends Listener> listeners) throws IOException {
        Path file = Files.createTempFile("tradelane-", ".body");
        try (OutputStream out = Files.newOutputStream(file)) {
            MessageDigest digest = Sha256.digest();
            var limited = new LimitedStream(source, limit);
            byte[] block = new byte[BLOCK];
            for (int read = limited.read(block); read >= 0; read = limited.read(block)) {
                int length = read;
                listeners.forEach(listener -> listener.update(block, 0, length));
                digest.update(block, 0, read);
                out.write(block, 0, read);
            }
            return new HeldBody(file, digest.digest());
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    public long size() throws IOException {
        return Files.size(file);
    }

    public byte[] sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
