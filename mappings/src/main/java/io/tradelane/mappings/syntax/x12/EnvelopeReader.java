package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.GroupHeader;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.InterchangeHandler;
import io.tradelane.mappings.syntax.edifact.ReferenceSet;
import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.edifact.SegmentScanner;
import io.tradelane.mappings.syntax.edifact.Tally;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import io.tradelane.mappings.syntax.x12.grammar.SegmentRules;
import io.tradelane.mappings.syntax.x12.grammar.X12Directories;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the envelopes: ISA, GS, ST and their trailers. A header where none may stand ends what was open. */
final class EnvelopeReader {

    /** What the reader shall look for. */
    enum Next {
        SEGMENT,
        INTERCHANGE
    }

    static final int ISA = SegmentTag.of("ISA");
    private static final int IEA = SegmentTag.of("IEA");
    private static final int GS = SegmentTag.of("GS");
    private static final int GE = SegmentTag.of("GE");
    private static final int TA1 = SegmentTag.of("TA1");
    private static final List<Integer> SERVICE = List.of(SegmentTag.of("ISB"), SegmentTag.of("ISE"), SegmentTag.of("TA3"));

    private final SegmentScanner scanner;
    private final Segment segment;
    private final Limits limits;
    private final InterchangeHandler handler;
    private final Findings findings;
    private final ElementCheck check;
    private final SetReader set;
    private final GroupReader groups;
    private final Tally tally = new Tally();
    private final ReferenceSet interchangesSeen = new ReferenceSet();

    private @Nullable InterchangeHeader header;
    private boolean errors;
    private int count;
    private int acknowledgements;
    private boolean headless;
    private boolean stopped;

    EnvelopeReader(SegmentScanner scanner, Strictness codeLists, Limits limits, InterchangeHandler handler) {
        this.scanner = scanner;
        this.segment = scanner.segment();
        this.limits = limits;
        this.handler = handler;
        this.findings = new Findings(limits.messageFindings(), X12Error.TOO_MANY_FINDINGS);
        this.check = new ElementCheck(findings, codeLists);
        this.set = new SetReader(scanner, codeLists, limits, handler);
        this.groups = new GroupReader(segment, codeLists, limits, handler);
    }

    /** ISA is at hand. */
    void open(boolean fixed) {
        begin(EnvelopeText.interchange(segment));
        if (!fixed) {
            report(X12Error.HEADER_WIDTH_WRONG, segment.position(), null, "106");
        }
        // Its widths have been told of already; what is left is whether each value can be what it should be.
        checkElements(X12Error.HEADER_WIDTH_WRONG);
        String key = header.sender() + ">" + header.recipient() + ">" + header.controlReference();
        if (!interchangesSeen.add(key)) {
            report(X12Error.INTERCHANGE_DUPLICATE, segment.position(13, 0), header.controlReference(), null);
        }
        handler.interchange(header);
    }

    /** There is no ISA; its groups or sets are read all the same. */
    void openWithoutHeader(Position where, String start) {
        begin(EnvelopeText.none());
        headless = true;
        report(X12Error.INTERCHANGE_HEADER_MISSING, where, start, "ISA");
        handler.interchange(header);
    }

    private void begin(InterchangeHeader begun) {
        tally.interchange();
        header = begun;
        count = 0;
        acknowledgements = 0;
        errors = false;
        headless = false;
        groups.restart();
    }

    /** Takes the segment at hand. */
    Next take() throws IOException {
        int tag = segment.tag();
        if (set.isOpen() && !isEnvelope(tag)) {
            if (set.isBinary()) {
                set.takeBinary();
            } else {
                set.take();
            }
            return Next.SEGMENT;
        }
        segment.stands(set.isOpen() ? set.segments() + 1 : 0);
        if (tag == SegmentTag.ST) {
            beginSet();
        } else if (tag == SegmentTag.SE) {
            endSet();
        } else if (tag == GS) {
            closeGroup();
            groups.begin(header.syntaxVersion());
        } else if (tag == GE) {
            closeSet();
            endGroup();
        } else if (tag == IEA) {
            end();
            return Next.INTERCHANGE;
        } else if (tag == ISA) {
            abandon(segment.position());
            scanner.again();
            return Next.INTERCHANGE;
        } else if (tag == TA1) {
            set.acknowledgement(header, count++);
            acknowledgements++;
            tally.message();
        } else if (SERVICE.contains(tag)) {
            checkElements(null);
        } else if (!findings.has(X12Error.SEGMENT_OUTSIDE_SET) && !isNothing()) {
            report(X12Error.SEGMENT_OUTSIDE_SET, segment.position(), segment.raw(0), null);
        }
        return stopped ? Next.INTERCHANGE : Next.SEGMENT;
    }

    private static boolean isEnvelope(int tag) {
        return tag == SegmentTag.SE || tag == SegmentTag.ST || tag == GE || tag == GS || tag == IEA || tag == ISA;
    }

    /** A terminator too many, as a line that is empty. */
    private boolean isNothing() {
        return segment.elements() == 0 && segment.isEmpty(0);
    }

    private void checkElements(@Nullable X12Error instead) {
        SegmentRules rules = X12Directories.standard().find(header.syntaxVersion()).rules(segment.tag());
        if (rules != null) {
            check.check(segment, rules);
        }
        if (instead != null) {
            HeaderFindings.settle(findings, instead);
        }
    }

    private void beginSet() {
        closeSet();
        if (count == limits.interchangeMessages()) {
            report(X12Error.TOO_MANY_SETS, segment.position(), null, String.valueOf(count));
            stopped = true;
            close();
            return;
        }
        GroupHeader group = groups.set(headless);
        set.begin(header, group == null ? null : group.functionalIdentifier(), group == null ? "" : group.version(), count++,
                groups.references());
        tally.message();
    }

    private void endSet() {
        if (set.isOpen()) {
            set.finish();
        } else {
            report(X12Error.TRAILER_WITHOUT_HEADER, segment.position(), null, "ST");
        }
    }

    private void closeSet() {
        if (set.isOpen()) {
            set.endWithoutTrailer(segment.position());
        }
    }

    private void endGroup() {
        if (groups.isOpen()) {
            take(groups.end());
        } else {
            report(X12Error.TRAILER_WITHOUT_HEADER, segment.position(), null, "GS");
        }
    }

    private void closeGroup() {
        closeSet();
        if (groups.isOpen()) {
            take(groups.abandon(segment.position()));
        }
    }

    private void take(List<Finding> ofGroup) {
        tally.add(ofGroup);
        errors |= Finding.anyError(ofGroup);
    }

    /** IEA. */
    private void end() {
        closeGroup();
        take(groups.endOfInterchange());
        checkElements(null);
        // An interchange of acknowledgements has no group; many count them as one.
        int counted = groups.count() == 0 && acknowledgements > 0 && !EnvelopeText.text(segment, 1).equals("0") ? 1 : groups.count();
        new Trailer(segment, findings).compare(
                X12Error.GROUP_COUNT_WRONG, counted, X12Error.INTERCHANGE_REFERENCE_MISMATCH, header.controlReference());
        if (count == 0) {
            report(X12Error.INTERCHANGE_EMPTY, segment.position(), null, null);
        }
        close();
    }

    /** The interchange has no IEA. */
    private void abandon(Position where) {
        if (set.isOpen()) {
            set.endWithoutTrailer(where);
        }
        if (groups.isOpen()) {
            take(groups.abandon(where));
        }
        take(groups.endOfInterchange());
        if (headless) {
            close();
            return;
        }
        report(X12Error.INTERCHANGE_TRAILER_MISSING, where, header.controlReference(), groups.count() + " " + header.controlReference());
        close();
    }

    private void close() {
        List<Finding> drained = findings.drain();
        tally.close(drained, errors);
        if (header != null) {
            handler.interchangeEnd(header, drained);
        }
        header = null;
    }

    /** The input ended, or went beyond a limit, before the interchange did. */
    void cut(SegmentScanner.Outcome outcome) {
        Position where = outcome == SegmentScanner.Outcome.END
                ? new Position(scanner.line(), scanner.column(), scanner.offset(), null, 0, 0, 0) : segment.position();
        switch (outcome) {
            case END -> { }
            case SEGMENT_TOO_LARGE -> tell(X12Error.SEGMENT_TOO_LARGE, segment.raw(0), String.valueOf(limits.segmentBytes()));
            case INPUT_TOO_LARGE -> tell(X12Error.INTERCHANGE_TOO_LARGE, null, String.valueOf(limits.interchangeBytes()));
            default -> tell(X12Error.INPUT_ENDS_IN_SEGMENT, segment.raw(0), null);
        }
        if (header != null) {
            abandon(where);
        } else {
            close();
        }
    }

    private void tell(X12Error error, @Nullable String value, @Nullable String expected) {
        segment.stands(set.isOpen() ? set.segments() + 1 : 0);
        report(error, segment.position(), value, expected);
        if (set.isOpen()) {
            set.report(error, segment.position(), value, expected);
        }
    }

    /** The input ends behind the last element of IEA: only its terminator is missing, which is said. */
    boolean endsWithoutTerminator() {
        boolean last = header != null && segment.tag() == IEA && segment.elements() >= 2;
        if (last) {
            report(X12Error.TERMINATOR_MISSING, segment.position(), null, null);
        }
        return last;
    }

    /** Whether a segment too long for the window is one that is allowed to be. */
    boolean expectsBinary() {
        return set.isOpen() && set.isBinary();
    }

    void report(X12Error error, Position position, @Nullable String value, @Nullable String expected) {
        findings.add(error, position, value, expected);
    }

    Tally tally() {
        return tally;
    }

    boolean stopped() {
        return stopped;
    }

    boolean isOpen() {
        return header != null;
    }
}
