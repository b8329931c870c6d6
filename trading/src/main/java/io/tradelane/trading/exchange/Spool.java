package io.tradelane.trading.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a body before the database hears of it, so that a slow sender holds no connection: in memory up to
 * {@link #INLINE} bytes, in a temporary file beyond.
 */
final class Spool implements AutoCloseable {
    static final int INLINE = 256 * 1024;
    private final byte[] head;
    private final @Nullable Path file;
    private final long size;
    private final byte[] sha256;

    private Spool(byte[] head, @Nullable Path file, long size, byte[] sha256) {
        this.head = head;
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
    }

    /** @throws PayloadTooLarge as soon as there is one byte too many */
    static Spool of(InputStream source, long limit) throws IOException {
        MessageDigest digest = digest();
        byte[] head = source.readNBytes((int) Math.min(INLINE + 1L, limit + 1));
        if (head.length > limit) {
            throw new PayloadTooLarge(limit);
        }
        digest.update(head);
        if (head.length <= INLINE) {
            return new Spool(head, null, head.length, digest.digest());
        }
        Path file = Files.createTempFile("tradelane-", ".payload");
        try {
            long size = copy(source, head, file, limit, digest);
            return new Spool(new byte[0], file, size, digest.digest());
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    private static long copy(InputStream source, byte[] head, Path file, long limit, MessageDigest digest) throws IOException {
        long size = head.length;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head);
            byte[] buffer = new byte[64 * 1024];
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new PayloadTooLarge(limit);
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return size;
    }

    /** The bytes if they are few, else null: then read them from {@link #open}. */
    byte @Nullable [] inline() {
        return file == null ? head : null;
    }

    InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(head) : Files.newInputStream(file);
    }

    long size() {
        return size;
    }

    byte[] sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
