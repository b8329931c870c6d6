package io.tradelane.mappings.syntax.idoc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a flat input into records: at line ends, or, where there are none, by their lengths. A record that is valid UTF-8 is UTF-8,
 * any other ISO-8859-1.
 */
final class RecordScanner {
    /** More than any record has, even one of UTF-8 or padded. */
    static final int LONGEST = 8 << 10;
    private static final int LOOK = 1100;

    private static final int CHUNK = 1 << 16;

    private final InputStream input;
    private final byte[] chunk = new byte[CHUNK];
    private final byte[] buffer = new byte[LONGEST];
    private final boolean lines;
    private final boolean utf8;
    private int at;
    private int end;
    private long offset;
    private int line;

    /**
     * @param line counted from 1, records where there are no lines
     * @param start offset in bytes
     * @param end exclusive, without the line end
     * @param whole else it was longer than is kept
     */
    record Record(String text, int line, long start, long end, boolean whole) {}

    RecordScanner(InputStream bytes) throws IOException {
        input = bytes;
        if (ahead(3) >= 3 && chunk[0] == (byte) 0xEF && chunk[1] == (byte) 0xBB && chunk[2] == (byte) 0xBF) {
            at = 3;
        }
        int most = ahead(LOOK);
        while (at < most && chunk[at] <= ' ' && chunk[at] >= 0) {
            at++;
        }
        offset = at;
        boolean found = most - at <= ControlLayout.OLD_CONTROL;
        for (int i = at; i < most; i++) {
            found |= chunk[i] == '\n' || chunk[i] == '\r';
        }
        lines = found;
        utf8 = !lines && text(chunk, at, ahead(CHUNK - at) - at, true) != null;
    }

    /** Has so many bytes ready, or all that remain. @return the end of what is ready, from {@link #at} on */
    private int ahead(int length) throws IOException {
        if (at > 0 && at + length > CHUNK) {
            System.arraycopy(chunk, at, chunk, 0, end - at);
            end -= at;
            at = 0;
        }
        while (end - at < length) {
            int read = input.read(chunk, end, CHUNK - end);
            if (read < 0) {
                break;
            }
            end += read;
        }
        return Math.min(end, at + length);
    }

    /** How far it has come. */
    long offset() {
        return offset;
    }

    /** {@code null} at the end. */
    @Nullable Record next() throws IOException {
        return lines ? line() : counted();
    }

    private @Nullable Record line() throws IOException {
        long start = offset;
        int length = 0;
        boolean whole = true;
        if (at == end && ahead(1) == at) {
            return null;
        }
        while (at < end || ahead(1) > at) {
            byte read = chunk[at];
            if (read == '\n' || read == '\r') {
                break;
            }
            at++;
            offset++;
            if (length < LONGEST) {
                buffer[length++] = read;
            } else {
                whole = false;
            }
        }
        long stop = offset;
        if (at < end) {
            int ends = chunk[at] == '\r' && ahead(2) - at == 2 && chunk[at + 1] == '\n' ? 2 : 1;
            at += ends;
            offset += ends;
        }
        return new Record(decoded(length), ++line, start, stop, whole);
    }

    private @Nullable Record counted() throws IOException {
        long start = offset;
        int ready = ahead(8);
        if (ready == at) {
            return null;
        }
        String name = new String(chunk, at, ready - at, StandardCharsets.ISO_8859_1);
        int most = name.startsWith("EDI_DC40") ? ControlLayout.CONTROL
                : name.startsWith("EDI_DC") ? ControlLayout.OLD_CONTROL : ControlLayout.HEAD + ControlLayout.DATA;
        int length = 0;
        int characters = 0;
        while (length < LONGEST && (at < end || ahead(1) > at)) {
            boolean begins = !utf8 || (chunk[at] & 0xC0) != 0x80;
            if (begins && ++characters > most) {
                break;
            }
            buffer[length++] = chunk[at++];
            offset++;
        }
        return new Record(decoded(length), ++line, start, offset, true);
    }

    private String decoded(int length) {
        String text = text(buffer, 0, length, false);
        return text == null ? new String(buffer, 0, length, StandardCharsets.ISO_8859_1) : text;
    }

    /** {@code null} for what is no UTF-8. @param cut whether it may end within a character, and must have one beyond ASCII */
    private static @Nullable String text(byte[] bytes, int from, int length, boolean cut) {
        boolean ascii = true;
        for (int i = from; i < from + length; i++) {
            ascii &= bytes[i] >= 0;
        }
        if (ascii) {
            return cut ? null : new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        int kept = length;
        while (cut && kept > 0 && kept > length - 4 && bytes[from + kept - 1] < 0) {
            kept--;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, kept)).toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }
}
