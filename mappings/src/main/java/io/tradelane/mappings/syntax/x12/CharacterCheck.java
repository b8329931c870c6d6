package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.mappings.syntax.edifact.CharacterSet;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.edifact.SegmentScanner;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * X12 does not say how characters become bytes. They are read as UTF-8, and from the first segment that is none on as
 * ISO 8859-1. Says once in a set that a character is no text, or that a line is broken.
 */
final class CharacterCheck {

    private final SegmentScanner scanner;
    private final Findings findings;
    private boolean controlReported;
    private boolean breakReported;

    CharacterCheck(SegmentScanner scanner, Findings findings) {
        this.scanner = scanner;
        this.findings = findings;
    }

    void restart() {
        controlReported = false;
        breakReported = false;
    }

    void check(Segment segment) {
        if (segment.isMultiByte() && !isUtf8(segment)) {
            scanner.useCharacters(CharacterSet.UNOC);
        }
        if (segment.isBroken() && !breakReported) {
            breakReported = true;
            findings.add(X12Error.LINE_BREAK_IN_SEGMENT, segment.position(), null, null);
        }
        if (segment.isForeign() && !controlReported) {
            control(segment);
        }
    }

    private void control(Segment segment) {
        for (int element = 1; element <= segment.elements(); element++) {
            for (int index = segment.first(element); index < segment.first(element + 1); index++) {
                for (int i = segment.start(index); i < segment.end(index); i++) {
                    int b = segment.buffer()[i] & 0xff;
                    if (b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                        controlReported = true;
                        findings.add(X12Error.CONTROL_CHARACTER, segment.position(element, 0), "0x%02X".formatted(b), null);
                        return;
                    }
                }
            }
        }
    }

    private static boolean isUtf8(Segment segment) {
        int from = segment.start(0);
        int to = segment.end(segment.first(segment.elements() + 1) - 1);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(segment.buffer(), from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
