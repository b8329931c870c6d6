package io.tradelane.mappings.syntax.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.MalformedInputException;

/**
 * Fails with {@link MalformedInputException} on bytes that are no UTF-8 (RFC 3629, section 4), after what is before
 * them was read. The parser itself takes overlong forms and what is beyond Unicode.
 */
final class Utf8Stream extends FilterInputStream {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080_8080_8080_8080L;

    /** Bytes that the character begun still needs, and between what the next of them must be. */
    private int needed;

    private int lowest;
    private int highest;
    private boolean bad;

    Utf8Stream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = bad ? 0 : in.read(buffer, offset, length);
        if (bad || read < 0 && needed > 0) {
            throw new MalformedInputException(1);
        }
        if (read <= 0) {
            return read;
        }
        int good = good(buffer, offset, offset + read) - offset;
        bad = good < read;
        if (good == 0) {
            throw new MalformedInputException(1);
        }
        return good;
    }

    /** @return the index behind the last byte that can be part of UTF-8 */
    private int good(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (needed == 0) {
                at = ascii(bytes, at, to);
                if (at == to || !begins(bytes[at] & 0xFF)) {
                    return at;
                }
            } else if (!continues(bytes[at] & 0xFF)) {
                return at;
            }
            at++;
        }
        return to;
    }

    private static int ascii(byte[] bytes, int from, int to) {
        int at = from;
        while (at + 8 <= to && ((long) EIGHT.get(bytes, at) & NOT_ASCII) == 0) {
            at += 8;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    private boolean begins(int b) {
        needed = b >= 0xC2 && b <= 0xDF ? 1 : b >= 0xE0 && b <= 0xEF ? 2 : b >= 0xF0 && b <= 0xF4 ? 3 : 0;
        lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        return needed > 0;
    }

    private boolean continues(int b) {
        boolean good = b >= lowest && b <= highest;
        needed--;
        lowest = 0x80;
        highest = 0xBF;
        return good;
    }
}
