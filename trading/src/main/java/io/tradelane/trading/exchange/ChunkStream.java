package io.tradelane.trading.exchange;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Bytes of a large payload, fetched a chunk at a time. */
final class ChunkStream extends InputStream {
    private final long size;
    private final IntFunction<byte[]> fetch;
    private byte[] chunk = new byte[0];
    private int chunkNumber = -1;
    private long position;

    ChunkStream(long size, IntFunction<byte[]> fetch) {
        this.size = size;
        this.fetch = fetch;
    }

    @Override
    public int read() {
        return advance() ? chunk[(int) (position++ % Spool.INLINE)] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int from = (int) (position % Spool.INLINE);
        int count = Math.min(length, chunk.length - from);
        System.arraycopy(chunk, from, target, offset, count);
        position += count;
        return count;
    }

    /** Skips without fetching what is skipped. */
    @Override
    public long skip(long bytes) {
        long skipped = Math.max(0, Math.min(bytes, size - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        int from = (int) (position % Spool.INLINE);
        return position / Spool.INLINE == chunkNumber ? Math.max(0, chunk.length - from) : 0;
    }

    private boolean advance() {
        if (position >= size) {
            return false;
        }
        int wanted = (int) (position / Spool.INLINE);
        if (wanted != chunkNumber) {
            chunk = fetch.apply(wanted);
            chunkNumber = wanted;
        }
        return true;
    }
}
