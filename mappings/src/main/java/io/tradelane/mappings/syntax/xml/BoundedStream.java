package io.tradelane.mappings.syntax.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the bytes taken and refuses more than it was told to allow: of the whole document, and between two events of
 * the parser, which is all that a parser ever holds at once.
 */
final class BoundedStream extends FilterInputStream {
    private final long limit;
    private long count;
    private long allowed;

    BoundedStream(InputStream in, long limit, long ahead) {
        super(in);
        this.limit = limit;
        this.allowed = ahead;
    }

    long count() {
        return count;
    }

    /** What the parser comes to next may have so many bytes. */
    void allow(int bytes) {
        allowed = count + bytes;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        counted(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    private void counted(int bytes) throws IOException {
        count += bytes;
        if (count > limit) {
            throw new Refusal(XmlError.TOO_LARGE);
        }
        if (count > allowed) {
            throw new Refusal(XmlError.RUN_TOO_LONG);
        }
    }
}
