package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Passes over packages: objects of any bytes, such as a drawing, between UNO and UNP (ISO 9735-8). UNO says how long the object is
 * and how many segments, of its security, stand before it.
 */
final class ObjectPackage {

    static final int UNO = SegmentTag.of("UNO");
    private static final int UNP = SegmentTag.of("UNP");
    /** S022, behind the references (S020) and the types of the object (S021), which repeat in their place. */
    private static final int STATUS = 4;
    private static final Pattern LENGTH = Pattern.compile("\\d{1,15}");
    private static final Pattern SEGMENTS = Pattern.compile("\\d{1,3}");

    private final SegmentScanner scanner;
    private final Segment segment;
    private final Findings findings;
    private boolean open;
    private String reference = "";
    private long length;
    private int segmentsBefore;
    private int count;

    ObjectPackage(SegmentScanner scanner, Findings findings) {
        this.scanner = scanner;
        this.segment = scanner.segment();
        this.findings = findings;
    }

    void restart() {
        open = false;
        count = 0;
    }

    /** In the interchange, so far. */
    int count() {
        return count;
    }

    /** Whether the segment at hand is an UNO that says how long its object is. */
    boolean begins() {
        return segment.tag() == UNO && LENGTH.matcher(text(STATUS, 1)).matches();
    }

    void begin() throws IOException {
        open = true;
        count++;
        reference = text(1, 1);
        length = Long.parseLong(text(STATUS, 1));
        String before = text(STATUS, 2);
        segmentsBefore = SEGMENTS.matcher(before).matches() ? Integer.parseInt(before) : 0;
        findings.add(EdifactError.OBJECT_NOT_READ, segment.position(1, 0), reference, null);
        pass();
    }

    /** @return whether the segment at hand belongs to a package: it stands before the object, or it is UNP */
    boolean take() throws IOException {
        if (!open) {
            return false;
        }
        if (segmentsBefore > 0) {
            segmentsBefore--;
            pass();
            return true;
        }
        open = false;
        boolean trailer = segment.tag() == UNP;
        if (!trailer || !LENGTH.matcher(text(1, 1)).matches() || Long.parseLong(text(1, 1)) != length || !text(2, 1).equals(reference)) {
            findings.add(EdifactError.OBJECT_TRAILER_WRONG, segment.position(), segment.tagText(), "UNP+" + length + "+" + reference);
        }
        return trailer;
    }

    /** The object follows the terminator directly. */
    private void pass() throws IOException {
        if (segmentsBefore == 0) {
            scanner.skip(length);
        }
    }

    private String text(int element, int component) {
        String text = segment.text(element, component);
        return text == null ? "" : text;
    }
}
