package io.tradelane.adapters.jms;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.InputStream;

/** The body of a message piece by piece; of a large one the client of Artemis fetches no more from the broker than is read. */
final class MessageBytes extends InputStream {
    private static final int PIECE = 64 * 1024;
    private final BytesMessage message;
    private final byte[] piece = new byte[PIECE];

    MessageBytes(BytesMessage message) {
        this.message = message;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            int count = message.readBytes(piece, Math.min(length, PIECE));
            System.arraycopy(piece, 0, into, from, Math.max(0, count));
            return count;
        } catch (JMSException failed) {
            throw new IOException("The message cannot be read to its end", failed);
        }
    }
}
