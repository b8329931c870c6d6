package io.tradelane.benchmarks.parsing;

import java.io.InputStream;
import java.util.Iterator;

/** An interchange that is made piece by piece while it is read, so that it may be as large as one likes. */
final class GeneratedInterchange extends InputStream {

    private final Iterator<byte[]> pieces;
    private byte[] piece = {};
    private int at;
    private long bytes;

    GeneratedInterchange(Iterator<byte[]> pieces) {
        this.pieces = pieces;
    }

    /** Handed out so far. */
    long bytes() {
        return bytes;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        while (at == piece.length) {
            if (!pieces.hasNext()) {
                return -1;
            }
            piece = pieces.next();
            at = 0;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, target, offset, count);
        at += count;
        bytes += count;
        return count;
    }
}
