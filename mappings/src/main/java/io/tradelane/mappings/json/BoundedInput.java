package io.tradelane.mappings.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.exc.StreamConstraintsException;

/** Refuses to give more than so many bytes; in the words in which the parser refuses what is too deep. */
final class BoundedInput extends FilterInputStream {
    private final long limit;
    private long read;

    BoundedInput(InputStream input, long limit) {
        super(input);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > limit) {
            throw new StreamConstraintsException("> " + limit + " bytes");
        }
    }
}
