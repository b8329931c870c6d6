package io.tradelane.portal.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes cut into lines for reading: UN/EDIFACT at the end of each segment, anything else at line ends. It only shows; it
 * judges nothing.
 */
final class RawText {
    private static final int MOST_LINES = 2_000;
    private static final int SERVICE_STRING = 9;
    private static final int TERMINATOR_IN_SERVICE_STRING = 8;
    private static final int RELEASE_IN_SERVICE_STRING = 6;

    private RawText() {}

    /**
     * @param number from 1
     * @param start offset of its first byte in the interchange
     * @param tag the segment's tag, blank for other text
     * @param text without the tag
     */
    record Line(int number, long start, long end, String tag, String text, List<Finding> findings) {

        public boolean wrong() {
            return findings.stream().anyMatch(Finding::error);
        }
    }

    /** @param whole whether all of it is shown */
    record Shown(List<Line> lines, boolean whole) {}

    /**
     * @param offset where {@code bytes} begin in the interchange
     * @param edifact whether to cut at segments
     */
    static Shown of(byte[] bytes, long offset, boolean edifact, List<Finding> findings) {
        boolean announced = edifact && bytes.length >= SERVICE_STRING && bytes[0] == 'U' && bytes[1] == 'N' && bytes[2] == 'A';
        byte terminator = announced ? bytes[TERMINATOR_IN_SERVICE_STRING] : (byte) '\'';
        byte release = announced ? bytes[RELEASE_IN_SERVICE_STRING] : (byte) '?';
        Charset charset = charset(bytes);
        List<Line> lines = new ArrayList<>();
        ByteArrayOutputStream current = new ByteArrayOutputStream();
        int start = 0;
        boolean released = false;
        for (int i = 0; i < bytes.length && lines.size() < MOST_LINES; i++) {
            byte b = bytes[i];
            boolean inServiceString = announced && i < TERMINATOR_IN_SERVICE_STRING;
            boolean end = edifact ? b == terminator && !released && !inServiceString : b == '\n';
            if (current.size() == 0 && (b == '\r' || b == '\n') && edifact) {
                start = i + 1;
                continue;
            }
            current.write(b);
            released = edifact && !inServiceString && b == release && !released;
            if (end || i == bytes.length - 1) {
                lines.add(line(lines.size() + 1, offset + start, offset + i + 1, current.toString(charset), edifact, findings));
                current.reset();
                start = i + 1;
            }
        }
        return new Shown(lines, start >= bytes.length);
    }

    private static Line line(int number, long start, long end, String text, boolean edifact, List<Finding> all) {
        List<Finding> here = all.stream().filter(finding -> finding.offset() >= start && finding.offset() < end).toList();
        int tag = edifact && text.length() >= 3 && text.substring(0, 3).chars().allMatch(Character::isLetterOrDigit) ? 3 : 0;
        return new Line(number, start, end, text.substring(0, tag), text.substring(tag).stripTrailing(), here);
    }

    /** UTF-8 where it is, else Latin-1, in which every byte has a character. */
    private static Charset charset(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException latin) {
            return StandardCharsets.ISO_8859_1;
        }
    }
}
