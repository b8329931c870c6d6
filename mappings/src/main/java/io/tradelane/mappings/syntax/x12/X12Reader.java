package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.mappings.syntax.edifact.CharacterSet;
import io.tradelane.mappings.syntax.edifact.EdifactReader;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.InterchangeHandler;
import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.edifact.SegmentScanner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks interchanges in one pass. Whatever is wrong with the content becomes a finding; after it the reader
 * finds its way back, so that the sets around a bad one arrive. One reader reads one input.
 */
public final class X12Reader {

    private static final byte[] ISA = {'I', 'S', 'A'};

    private final SegmentScanner scanner;
    private final Segment segment;
    private final EnvelopeReader envelope;
    private final Findings findings;
    private boolean strayReported;

    public X12Reader(InputStream bytes, Strictness codeLists, Limits limits, InterchangeHandler handler) {
        this.scanner = new SegmentScanner(bytes, limits);
        this.segment = scanner.segment();
        this.findings = new Findings(limits.messageFindings(), X12Error.TOO_MANY_FINDINGS);
        this.envelope = new EnvelopeReader(scanner, codeLists, limits, handler);
    }

    public EdifactReader.Summary read() throws IOException {
        boolean more = begin();
        if (!more && envelope.tally().interchanges() == 0 && !findings.hasErrors()) {
            findings.add(X12Error.EMPTY_INPUT, Position.NONE, null, null);
        }
        while (more) {
            SegmentScanner.Outcome outcome = scanner.next();
            if (outcome == SegmentScanner.Outcome.SEGMENT
                    || outcome == SegmentScanner.Outcome.ENDS_IN_SEGMENT && envelope.endsWithoutTerminator()
                    || outcome == SegmentScanner.Outcome.SEGMENT_TOO_LARGE && envelope.expectsBinary()) {
                more = envelope.take() == EnvelopeReader.Next.SEGMENT || !envelope.stopped() && begin();
            } else {
                envelope.cut(outcome);
                more = false;
            }
        }
        return envelope.tally().summary(findings.drain());
    }

    /** Looks for the next interchange and reads its ISA. */
    private boolean begin() throws IOException {
        scanner.peek(1);
        scanner.use(Delimiters.USUAL.service(), CharacterSet.UNOY);
        byte[] start = scanner.peek(HeaderBytes.LOOK_AHEAD);
        if (start.length == 0) {
            return false;
        }
        scanner.countFromHere();
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("ISA") && start.length > 3 && Delimiters.isUsable(start[3])) {
            return header(start);
        }
        if ((text.startsWith("GS") || text.startsWith("ST")) && withoutHeader(text)) {
            return true;
        }
        return stray(text.substring(0, Math.min(20, text.length())));
    }

    private boolean header(byte[] start) throws IOException {
        HeaderBytes header = HeaderBytes.of(start);
        if (header == null || !Delimiters.isUsable(header.delimiters().terminator())) {
            X12Error error = header == null ? X12Error.ELEMENT_SEPARATOR_WRONG : X12Error.TERMINATOR_WRONG;
            String shown = header == null ? "" : String.valueOf((char) (header.delimiters().terminator() & 0xff));
            findings.add(error, here("ISA"), shown, null);
            scanner.take(3);
            return scanner.seek(ISA) && begin();
        }
        Delimiters delimiters = header.delimiters();
        scanner.use(delimiters.ofHeader(), CharacterSet.UNOY);
        SegmentScanner.Outcome outcome = scanner.next();
        if (outcome != SegmentScanner.Outcome.SEGMENT) {
            findings.add(X12Error.INPUT_ENDS_IN_SEGMENT, segment.position(), segment.raw(0), null);
            return false;
        }
        envelope.open(header.fixed());
        if (delimiters.component() == 0) {
            envelope.report(X12Error.COMPONENT_SEPARATOR_WRONG, segment.position(16, 0), segment.text(16, 1), null);
        }
        scanner.use(delimiters.service(), CharacterSet.UNOY, header.longTerminator());
        return true;
    }

    private boolean withoutHeader(String text) throws IOException {
        @Nullable Delimiters delimiters = MissingHeader.guess(scanner.peek(MissingHeader.LOOK_AHEAD));
        if (delimiters == null) {
            return false;
        }
        envelope.openWithoutHeader(here(null), text.substring(0, 2));
        scanner.use(delimiters.service(), CharacterSet.UNOY);
        return true;
    }

    /** @return whether another interchange follows behind what belongs to none */
    private boolean stray(String start) throws IOException {
        Position here = here(null);
        boolean found = scanner.seek(ISA);
        X12Error error = found || envelope.tally().interchanges() > 0 ? X12Error.TEXT_OUTSIDE_INTERCHANGE : X12Error.NOT_AN_INTERCHANGE;
        if (!strayReported) {
            strayReported = true;
            findings.add(error, here, start.replaceAll("\\p{Cntrl}", " "), null);
        }
        if (!found) {
            return false;
        }
        byte[] ahead = scanner.peek(4);
        if (ahead.length == 4 && Delimiters.isUsable(ahead[3])) {
            return begin();
        }
        scanner.take(3);
        return stray(start);
    }

    private Position here(@Nullable String segment) {
        return new Position(scanner.line(), scanner.column(), scanner.offset(), segment, 0, 0, 0);
    }
}
