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
    private static final int TAG = 3;
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
    private int first;
    /** How much of the value stood before a line end, which is not in it. */
    private int broken;
    private String breakSign = "";
    /** Tag of a segment that came before the one before it was ended, and where it stands. */
    private @Nullable String ahead;
    private Position aheadPlace = Position.NONE;
    /** What stood in the place of an apostrophe. */
    private @Nullable String terminator;
    private @Nullable TradacomsReport told;
    private @Nullable TradacomsError toldCode;

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

    /** {@code null} at the end of the input. What is wrong with delimiters is said once to each report. */
    @Nullable TradacomsSegment next(int number, TradacomsReport report) throws IOException {
        if (ahead == null && !reachesText()) {
            return null;
        }
        boolean tagged = ahead != null;
        String tag = tagged ? ahead : "";
        Position place = tagged ? placed(aheadPlace, tag, number) : new Position(line, column(), offset - 1, null, number, 0, 0);
        ahead = null;
        List<List<String>> elements = new ArrayList<>();
        elements.add(new ArrayList<>());
        length = 0;
        broken = -1;
        taken = 0;
        int next = tagged ? take() : first;
        for (; next >= 0 && next != '\''; next = take()) {
            if (++taken > limits.segmentBytes()) {
                continue;
            }
            if (next == '?') {
                put(take());
            } else if (!tagged && (next == '=' || length == TAG && isTag() && !isWord(next) && next != '\n' && next != '\r')) {
                tag = flush();
                tagged = true;
                place = placed(place, tag, number);
                if (next != '=') {
                    wrong(TradacomsError.TAG_DELIMITER_WRONG, place, Character.toString((char) next), "=", report);
                }
            } else if (next == '+' && tagged) {
                elements.getLast().add(flush());
                elements.add(new ArrayList<>());
            } else if (next == ':' && tagged) {
                elements.getLast().add(flush());
            } else if (next == '=' && nextBegins()) {
                ahead();
                wrong(TradacomsError.TERMINATOR_WRONG, place, terminator, ahead, report);
                break;
            } else if (next == '\n' || next == '\r') {
                broken = length;
                breakSign = Character.toString((char) next);
            } else {
                put(next);
            }
        }
        if (next < 0 && terminator != null && length > 0 && terminator.equals(Character.toString((char) (value[length - 1] & 0xFF)))) {
            length--;
        }
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

    /** Whether there is a segment at all; {@link #first} is its first sign. */
    private boolean reachesText() throws IOException {
        first = take();
        while (first >= 0 && (first <= ' ' || first == 0xEF || first == 0xBB || first == 0xBF)) {
            first = take();
        }
        return first >= 0;
    }

    /** Whether the last of what was taken is the tag of a segment behind a sign or a line end that did not end this one. */
    private boolean nextBegins() {
        int before = length - TAG - 1;
        return length >= TAG && isTag() && SegmentTable.knows(new String(value, length - TAG, TAG, StandardCharsets.US_ASCII))
                && (broken == length - TAG || before >= 0 && !isWord(value[before] & 0xFF) && value[before] != ' ');
    }

    /** Leaves the tag for the segment behind and this one without it. */
    private void ahead() {
        ahead = new String(value, length - TAG, TAG, StandardCharsets.US_ASCII);
        aheadPlace = new Position(line, Math.max(1, column() - TAG), offset - 1 - TAG, ahead, 0, 0, 0);
        length -= TAG;
        boolean signed = length > 0 && !isWord(value[length - 1] & 0xFF) && value[length - 1] != ' ';
        terminator = signed ? Character.toString((char) (value[--length] & 0xFF)) : breakSign;
    }

    private void wrong(TradacomsError code, Position place, String sign, String expected, TradacomsReport report) {
        if (report != told || code != toldCode) {
            report.add(code, place, sign, expected);
            told = report;
            toldCode = code;
        }
    }

    private static Position placed(Position place, String tag, int number) {
        return new Position(place.line(), place.column(), place.offset(), tag, number, 0, 0);
    }

    private int column() {
        return (int) Math.min(Integer.MAX_VALUE, offset - lineStart);
    }

    private boolean isTag() {
        for (int i = length - TAG; i < length; i++) {
            if (value[i] < 'A' || value[i] > 'Z') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(int sign) {
        return sign >= '0' && sign <= '9' || sign >= 'A' && sign <= 'Z' || sign >= 'a' && sign <= 'z' || sign >= 0x80;
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
        broken = -1;
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
