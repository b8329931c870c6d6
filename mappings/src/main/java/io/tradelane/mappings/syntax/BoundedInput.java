package io.tradelane.mappings.syntax;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives no more bytes than it was told to. */
public final class BoundedInput extends FilterInputStream {
    private final long limit;
    private final Refusal refusal;
    private long left;

    /** @param refusal throws when there is one byte more */
    public BoundedInput(InputStream in, long limit, Refusal refusal) {
        super(in);
        this.limit = limit;
        this.refusal = refusal;
        this.left = limit;
    }

    /** In the words of the parser that reads here. */
    public interface Refusal {
        void exceeded(long limit) throws IOException;
    }

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
            refusal.exceeded(limit);
        }
    }
}
