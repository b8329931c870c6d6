package io.tradelane.mappings.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives no more bytes than it was told to. */
final class BoundedInput extends FilterInputStream {
    private long left;

    BoundedInput(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    /** More was there. */
    static final class Exceeded extends IOException {}

    @Override
    public int read() throws IOException {
        int read = in.read();
        take(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        take(Math.max(0, read));
        return read;
    }

    private void take(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new Exceeded();
        }
    }
}
