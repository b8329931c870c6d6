package io.tradelane.portal.exchange;

import io.tradelane.mappings.Format;
import io.tradelane.mappings.SegmentEnds;
import io.tradelane.portal.frame.Constants;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes cut into lines for reading: at the end of each segment where there are segments, else at line ends. It only shows; it judges nothing. */
public final class RawText {
    private static final int MOST_LINES = 2_000;
    private static final int LONGEST_TAG = 3;

    private RawText() {}

    /**
     * @param number from 1
     * @param start offset of its first byte in the interchange
     * @param tag the segment's tag, blank for other text
     * @param text without the tag
     */
    public record Line(int number, long start, long end, String tag, String text, List<Finding> findings) {

        public boolean wrong() {
            return findings.stream().anyMatch(Finding::error);
        }
    }

    /** @param whole whether all of it is shown */
    public record Shown(List<Line> lines, boolean whole) {}

    /** @param format of the interchange that begins with {@code head}; {@code null} where it is not known */
    public static SegmentEnds ends(@Nullable String format, byte[] head) {
        return SegmentEnds.of(format == null ? null : Constants.of(Format.class, format).orElse(null), head);
    }

    /** @param offset where {@code bytes} begin in the interchange */
    public static Shown of(byte[] bytes, long offset, SegmentEnds ends, List<Finding> findings) {
        int advice = ends.advice(bytes);
        Charset charset = charset(bytes);
        List<Line> lines = new ArrayList<>();
        ByteArrayOutputStream current = new ByteArrayOutputStream();
        int start = 0;
        boolean released = false;
        for (int i = 0; i < bytes.length && lines.size() < MOST_LINES; i++) {
            byte b = bytes[i];
            boolean inServiceString = i < advice - 1;
            boolean end = ends.segments() ? b == ends.terminator() && !released && !inServiceString : b == '\n';
            if (current.size() == 0 && (b == '\r' || b == '\n') && ends.segments() && !end) {
                start = i + 1;
                continue;
            }
            current.write(b);
            released = ends.segments() && !inServiceString && b == ends.release() && b != 0 && !released;
            if (end || i == bytes.length - 1) {
                lines.add(line(lines.size() + 1, offset + start, offset + i + 1, current.toString(charset), ends.segments(), findings));
                current.reset();
                start = i + 1;
            }
        }
        return new Shown(lines, start >= bytes.length);
    }

    private static Line line(int number, long start, long end, String text, boolean segment, List<Finding> all) {
        List<Finding> here = all.stream().filter(finding -> finding.offset() >= start && finding.offset() < end).toList();
        int tag = 0;
        while (segment && tag < LONGEST_TAG && tag < text.length() && Character.isLetterOrDigit(text.charAt(tag))) {
            tag++;
        }
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
