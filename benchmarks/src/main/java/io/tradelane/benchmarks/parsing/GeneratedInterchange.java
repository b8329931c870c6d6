package io.tradelane.benchmarks.parsing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** An interchange that is made message by message while it is read, so that it may be as large as one likes. */
final class GeneratedInterchange extends InputStream {

    private final OrdersGenerator generator = new OrdersGenerator(42);
    private final int messages;
    private final int lines;
    private byte[] chunk = {};
    private int at;
    private int made;
    private long bytes;

    GeneratedInterchange(int messages, int lines) {
        this.messages = messages;
        this.lines = lines;
    }

    /** Handed out so far. */
    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (at == chunk.length && made > messages) {
            return -1;
        }
        if (at == chunk.length) {
            next();
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, target, offset, count);
        at += count;
        bytes += count;
        return count;
    }

    private void next() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(lines * 200);
        if (made == 0) {
            OrdersGenerator.header(out);
        }
        if (made++ < messages) {
            generator.message(out, made, lines);
        } else {
            OrdersGenerator.trailer(out, messages);
        }
        chunk = out.toByteArray();
        at = 0;
    }
}
