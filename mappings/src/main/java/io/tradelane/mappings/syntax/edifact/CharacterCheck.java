package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.ControlCharacters;
import io.tradelane.mappings.syntax.EdifactError;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Says once in a message that a character is no text or not of the interchange's set, or that a line is broken. */
final class CharacterCheck {

    private final Findings findings;
    private boolean controlReported;
    private boolean foreignReported;
    private boolean breakReported;

    CharacterCheck(Findings findings) {
        this.findings = findings;
    }

    void restart() {
        controlReported = false;
        foreignReported = false;
        breakReported = false;
    }

    void check(Segment segment) {
        if (segment.broken && !breakReported) {
            breakReported = true;
            findings.add(EdifactError.LINE_BREAK_IN_SEGMENT, segment.position(), null, null);
        }
        int control = segment.foreign >= 0 ? control(segment) : -1;
        if (control >= 0 && !controlReported) {
            controlReported = true;
            report(EdifactError.CONTROL_CHARACTER, segment, control, null);
        }
        if (foreignReported) {
            return;
        }
        int at = segment.foreign >= 0 ? segment.first + segment.foreign : segment.multiByte ? malformed(segment) : -1;
        if (at >= 0 && at != control) {
            foreignReported = true;
            report(EdifactError.CHARACTER_OUTSIDE_SET, segment, at, segment.characters.name());
        }
    }

    private void report(EdifactError error, Segment segment, int at, @Nullable String expected) {
        int b = segment.buffer[at] & 0xff;
        String shown = b < 0x20 || b >= 0x7f ? "0x%02X".formatted(b) : "\"" + (char) b + "\"";
        int index = 0;
        int element = 0;
        while (element < segment.elements && segment.start(segment.elementFirst[element + 1]) <= at) {
            element++;
            index = segment.elementFirst[element];
        }
        int component = 1;
        while (index + 1 < segment.elementFirst[element + 1] && segment.start(index + 1) <= at) {
            index++;
            component++;
        }
        findings.add(error, segment.placed(at, element, component), shown, expected);
    }

    private static int control(Segment segment) {
        int to = segment.end(segment.elementFirst[segment.elements + 1] - 1);
        for (int at = segment.first + segment.foreign; at < to; at++) {
            if (ControlCharacters.is(segment.buffer[at])) {
                return at;
            }
        }
        return -1;
    }

    private int malformed(Segment segment) {
        int to = segment.end(segment.elementFirst[segment.elements + 1] - 1);
        ByteBuffer bytes = ByteBuffer.wrap(segment.buffer, segment.first, to - segment.first);
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        CharBuffer discarded = CharBuffer.allocate(bytes.remaining());
        while (true) {
            discarded.clear();
            CoderResult result = utf8.decode(bytes, discarded, true);
            if (result.isError()) {
                return bytes.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
        }
    }
}
