package io.tradelane.mappings.syntax.idoc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a flat input into records: at line ends, or, where there are none, by their lengths. A record that is valid UTF-8 is UTF-8,
 * any other ISO-8859-1.
 */
final class RecordScanner {
    /** More than any record has, even one of UTF-8 or padded. */
    static final int LONGEST = 8 << 10;
    private static final int LOOK = 1100;

    private final BufferedInputStream input;
    private final byte[] buffer = new byte[LONGEST];
    private final boolean lines;
    private final boolean utf8;
    private long offset;
    private int line;
    private long tooLong;

    /**
     * @param line counted from 1, records where there are no lines
     * @param start offset in bytes
     * @param end exclusive, without the line end
     * @param whole else it was longer than is kept
     */
    record Record(String text, int line, long start, long end, boolean whole) {}

    RecordScanner(InputStream bytes) throws IOException {
        input = new BufferedInputStream(bytes, 1 << 16);
        byte[] mark = look(3);
        if (mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF) {
            offset = input.skip(3);
        }
        byte[] head = look(LOOK);
        int at = 0;
        while (at < head.length && head[at] <= ' ' && head[at] >= 0) {
            at++;
        }
        offset += input.skip(at);
        boolean found = head.length <= ControlLayout.OLD_CONTROL;
        for (int i = at; i < head.length; i++) {
            found |= head[i] == '\n' || head[i] == '\r';
        }
        lines = found;
        utf8 = !lines && text(look(1 << 16), 1 << 16, true) != null;
    }

    private byte[] look(int length) throws IOException {
        input.mark(length + 1);
        byte[] bytes = input.readNBytes(length);
        input.reset();
        return bytes;
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
        tooLong = 0;
        int read = input.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n' && read != '\r') {
            offset++;
            if (length < LONGEST) {
                buffer[length++] = (byte) read;
            } else {
                tooLong++;
            }
            read = input.read();
        }
        long end = offset;
        if (read >= 0) {
            offset++;
        }
        if (read == '\r') {
            input.mark(1);
            if (input.read() == '\n') {
                offset++;
            } else {
                input.reset();
            }
        }
        return new Record(decoded(length), ++line, start, end, tooLong == 0);
    }

    private @Nullable Record counted() throws IOException {
        long start = offset;
        byte[] head = look(8);
        if (head.length == 0) {
            return null;
        }
        String name = new String(head, StandardCharsets.ISO_8859_1);
        int most = name.startsWith("EDI_DC40") ? ControlLayout.CONTROL
                : name.startsWith("EDI_DC") ? ControlLayout.OLD_CONTROL : ControlLayout.HEAD + ControlLayout.DATA;
        int length = 0;
        for (int characters = 0; length < LONGEST; ) {
            input.mark(1);
            int read = input.read();
            boolean begins = !utf8 || (read & 0xC0) != 0x80;
            if (read < 0) {
                break;
            }
            if (begins && ++characters > most) {
                input.reset();
                break;
            }
            offset++;
            buffer[length++] = (byte) read;
        }
        return new Record(decoded(length), ++line, start, offset, true);
    }

    private String decoded(int length) {
        String text = text(buffer, length, false);
        return text == null ? new String(buffer, 0, length, StandardCharsets.ISO_8859_1) : text;
    }

    /** {@code null} for what is no UTF-8. @param cut whether it may end within a character, and must have one beyond ASCII */
    private static @Nullable String text(byte[] bytes, int most, boolean cut) {
        int length = Math.min(most, bytes.length);
        boolean ascii = true;
        for (int i = 0; i < length; i++) {
            ascii &= bytes[i] >= 0;
        }
        if (ascii) {
            return cut ? null : new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        }
        int end = length;
        while (cut && end > 0 && end > length - 4 && (bytes[end - 1] & 0x80) != 0) {
            end--;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Arrays.copyOf(bytes, end))).toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }
}
