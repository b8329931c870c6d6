package io.tradelane.mappings.syntax.swift;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of an input, whatever ends them, with what bounds them; UTF-8 where a line is that, else Windows-1252. */
final class FinLines {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;

    private final InputStream input;
    private final long limit;
    private final int lineLimit;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private long offset;
    private int number;
    private byte[] line = new byte[256];
    private boolean exceeded;
    private @Nullable Line ahead;

    /** @param number from 1; {@code end} is the offset after the line and what ends it */
    record Line(String text, int number, long offset, long end, boolean cut) {
        boolean blank() {
            return text.isBlank();
        }
    }

    /** @param limit of bytes in all; @param lineLimit of bytes in a line */
    FinLines(InputStream input, long limit, int lineLimit) {
        this.input = input;
        this.limit = limit;
        this.lineLimit = lineLimit;
    }

    /** Whether reading stopped because the input is too large. */
    boolean exceeded() {
        return exceeded;
    }

    /** The next line that is not blank, without taking it. */
    @Nullable Line peek() throws IOException {
        while (ahead == null || ahead.blank()) {
            ahead = read();
            if (ahead == null) {
                return null;
            }
        }
        return ahead;
    }

    /** The next line that is not blank. */
    @Nullable Line next() throws IOException {
        Line next = peek();
        ahead = null;
        return next;
    }

    private int take() throws IOException {
        if (position == filled) {
            filled = input.read(buffer);
            position = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        offset++;
        return buffer[position++] & 0xFF;
    }

    private @Nullable Line read() throws IOException {
        long start = offset;
        int length = 0;
        boolean ascii = true;
        int next = take();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n' && next != '\r'; next = take()) {
            if (length < lineLimit && next != 0) {
                if (length == line.length) {
                    line = Arrays.copyOf(line, Math.min(lineLimit, line.length * 2));
                }
                line[length++] = (byte) next;
                ascii &= next < 0x80;
            }
        }
        if (next == '\r' && take() != '\n' && filled > 0) {
            position--;
            offset--;
        }
        if (offset > limit) {
            exceeded = true;
            return null;
        }
        String text = withoutMark(ascii ? new String(line, 0, length, StandardCharsets.US_ASCII) : decoded(length), start);
        return new Line(text, ++number, start, offset, offset - start > lineLimit + 2L);
    }

    private String decoded(int length) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(line, 0, length, WESTERN);
        }
    }

    private static String withoutMark(String text, long offset) {
        if (offset == 0 && (text.startsWith("\uFEFF") || text.startsWith("ÿþ") || text.startsWith("þÿ"))) {
            return text.substring(text.charAt(0) == '\uFEFF' ? 1 : 2);
        }
        return text;
    }
}
