package io.tradelane.mappings.syntax.tradacoms;

import io.tradelane.mappings.syntax.ControlCharacters;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts an input into segments. Line ends are no part of the standard; files are cut into blocks by them, so they are dropped. */
final class TradacomsScanner {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final InputStream input;
    private final Limits limits;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private long offset;
    private int line = 1;
    private long lineStart;
    private byte[] value = new byte[256];
    private int length;
    private int taken;

    TradacomsScanner(InputStream input, Limits limits) {
        this.input = input;
        this.limits = limits;
    }

    long offset() {
        return offset;
    }

    private int take() throws IOException {
        if (position == filled) {
            filled = Math.max(0, input.read(buffer));
            position = 0;
            if (filled == 0) {
                return -1;
            }
        }
        offset++;
        int next = buffer[position++] & 0xFF;
        if (next == '\n') {
            line++;
            lineStart = offset;
        }
        return next;
    }

    /** {@code null} at the end of the input. */
    @Nullable TradacomsSegment next(int number, TradacomsReport report) throws IOException {
        int next = take();
        while (next >= 0 && (next <= ' ' || next == 0xEF || next == 0xBB || next == 0xBF)) {
            next = take();
        }
        if (next < 0) {
            return null;
        }
        int startLine = line;
        int column = (int) Math.min(Integer.MAX_VALUE, offset - lineStart);
        long start = offset - 1;
        String tag = "";
        List<List<String>> elements = new ArrayList<>();
        elements.add(new ArrayList<>());
        boolean tagged = false;
        length = 0;
        taken = 0;
        for (; next >= 0 && next != '\''; next = take()) {
            if (++taken > limits.segmentBytes()) {
                continue;
            }
            if (next == '?') {
                next = take();
                put(next);
            } else if (next == '=' && !tagged) {
                tag = flush();
                tagged = true;
            } else if (next == '+' && tagged) {
                elements.getLast().add(flush());
                elements.add(new ArrayList<>());
            } else if (next == ':' && tagged) {
                elements.getLast().add(flush());
            } else if (next != '\n' && next != '\r') {
                put(next);
            }
        }
        Position place = new Position(startLine, column, start, tagged ? tag : null, number, 0, 0);
        if (tagged) {
            elements.getLast().add(flush());
        } else {
            tag = flush();
        }
        if (next < 0 && !tag.equals("END")) {
            report.add(TradacomsError.INPUT_ENDS_IN_SEGMENT, place, tag, null);
        } else if (taken > limits.segmentBytes()) {
            report.add(TradacomsError.SEGMENT_TOO_LARGE, place, null, Integer.toString(limits.segmentBytes()));
        } else if (!tag(tag) || !tagged) {
            report.add(TradacomsError.TAG_INVALID, place, tag, null);
        }
        return new TradacomsSegment(tag, elements, place);
    }

    private static boolean tag(String text) {
        return text.length() == 3 && text.chars().allMatch(sign -> sign >= 'A' && sign <= 'Z');
    }

    private void put(int sign) {
        if (sign < 0 || sign == '\n' || sign == '\r') {
            return;
        }
        if (length == value.length) {
            value = Arrays.copyOf(value, length * 2);
        }
        value[length++] = (byte) sign;
    }

    private String flush() {
        boolean ascii = true;
        for (int i = 0; i < length; i++) {
            ascii &= value[i] >= 0;
        }
        String text = ascii ? new String(value, 0, length, StandardCharsets.US_ASCII) : decoded();
        length = 0;
        return text;
    }

    private String decoded() {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value, 0, length)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(value, 0, length, WESTERN);
        }
    }

    static boolean clean(String text) {
        return !ControlCharacters.in(text);
    }
}
