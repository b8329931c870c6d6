package io.tradelane.mappings.syntax.edifact;

import static io.tradelane.mappings.syntax.edifact.grammar.SegmentTag.UNB;
import static io.tradelane.mappings.syntax.edifact.grammar.SegmentTag.UNE;
import static io.tradelane.mappings.syntax.edifact.grammar.SegmentTag.UNG;
import static io.tradelane.mappings.syntax.edifact.grammar.SegmentTag.UNH;
import static io.tradelane.mappings.syntax.edifact.grammar.SegmentTag.UNT;
import static io.tradelane.mappings.syntax.edifact.grammar.SegmentTag.UNZ;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Severity;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows the envelopes: UNB, UNG, UNH and their trailers. A header where none may stand ends what was open. */
final class InterchangeReader {

    /** What the reader shall look for. */
    enum Next {
        SEGMENT,
        INTERCHANGE
    }

    /** From this element on UNB is about how, not about whom: what is wrong there stops nothing. */
    private static final int UNB_OPTIONAL = 6;

    private final SegmentScanner scanner;
    private final Segment segment;
    private final Limits limits;
    private final InterchangeHandler handler;
    private final Findings findings;
    private final ElementCheck check;
    private final MessageReader message;
    private final ObjectPackage packages;
    private final Tally tally = new Tally();

    private ServiceString service = ServiceString.DEFAULT;
    private boolean serviceGiven;
    private @Nullable InterchangeHeader header;
    private @Nullable GroupState group;
    private final ReferenceSet references = new ReferenceSet();
    private int count;
    private int groups;
    private int ungrouped;
    private boolean stopped;

    private record GroupState(String reference, int itemsBefore) {}

    InterchangeReader(SegmentScanner scanner, Strictness codeLists, Limits limits, InterchangeHandler handler) {
        this.scanner = scanner;
        this.segment = scanner.segment();
        this.limits = limits;
        this.handler = handler;
        this.findings = new Findings(limits.messageFindings());
        this.check = new ElementCheck(findings, codeLists, limits);
        this.message = new MessageReader(segment, codeLists, limits, handler);
        this.packages = new ObjectPackage(scanner, findings);
    }

    void begins(ServiceString service, boolean given) {
        this.service = service;
        this.serviceGiven = given;
        scanner.use(service.withRepetition((byte) 0), CharacterSet.UNOC);
    }

    /** Takes the segment at hand. */
    Next take() throws IOException {
        int tag = segment.tag();
        if (message.isOpen() && !isEnvelope(tag)) {
            message.take();
            return Next.SEGMENT;
        }
        segment.position = message.isOpen() ? message.segments() + 1 : 0;
        if (header == null) {
            return open();
        }
        if (packages.take()) {
            return Next.SEGMENT;
        }
        if (tag == UNH) {
            beginMessage();
        } else if (packages.begins()) {
            closeMessage();
            packages.begin();
        } else if (tag == UNT) {
            endMessage();
        } else if (tag == UNZ) {
            end();
            return Next.INTERCHANGE;
        } else if (tag == UNG) {
            beginGroup();
        } else if (tag == UNE) {
            endGroup();
        } else if (tag == UNB) {
            abandon(scanner.segment().position());
            return open();
        } else if (!findings.has(EdifactError.SEGMENT_OUTSIDE_MESSAGE)) {
            report(EdifactError.SEGMENT_OUTSIDE_MESSAGE, segment.position(), null, null);
        }
        return stopped ? Next.INTERCHANGE : Next.SEGMENT;
    }

    private static boolean isEnvelope(int tag) {
        return tag >>> 8 == UNB >>> 8
                && (tag == UNT || tag == UNH || tag == UNZ || tag == UNB || tag == UNE || tag == UNG || tag == ObjectPackage.UNO);
    }

    private Next open() {
        tally.interchange();
        if (segment.tag() != UNB) {
            report(EdifactError.NOT_AN_INTERCHANGE, segment.position(), segment.tagText(), "UNB");
            close();
            return Next.INTERCHANGE;
        }
        count = groups = ungrouped = 0;
        references.clear();
        packages.restart();
        checkElements();
        header = EnvelopeHeader.read(segment, findings);
        boolean version4 = header.syntaxVersion().equals("4");
        byte repetition = !version4 ? 0 : serviceGiven ? service.repetition() : (byte) '*';
        scanner.use(service.withRepetition(repetition), CharacterSet.of(header.syntaxIdentifier()).orElse(CharacterSet.UNOC));
        handler.interchange(header);
        return Next.SEGMENT;
    }

    private void checkElements() {
        SegmentGrammar grammar = Directories.standard().service().segment(segment.tag());
        if (grammar != null) {
            check.check(segment, grammar.expanded());
            findings.soften(UNB_OPTIONAL);
        }
    }

    private void beginMessage() {
        if (message.isOpen()) {
            message.endWithoutTrailer(segment.position());
        }
        if (count == limits.interchangeMessages()) {
            report(EdifactError.TOO_MANY_MESSAGES, segment.position(), null, String.valueOf(count));
            stop();
            return;
        }
        if (group == null) {
            ungrouped++;
        }
        if (ungrouped > 0 && groups > 0 && !findings.has(EdifactError.GROUPS_AND_MESSAGES_MIXED)) {
            report(EdifactError.GROUPS_AND_MESSAGES_MIXED, segment.position(), null, null);
        }
        message.begin(header, count++, references);
        tally.message();
    }

    private void endMessage() {
        if (message.isOpen()) {
            message.end();
        } else {
            report(EdifactError.TRAILER_WITHOUT_HEADER, segment.position(), null, "UNH");
        }
    }

    private void beginGroup() {
        closeMessage();
        closeGroup();
        checkElements();
        groups++;
        String reference = segment.text(5, 1);
        group = new GroupState(reference == null ? "" : reference, items());
    }

    private void endGroup() {
        closeMessage();
        if (group == null) {
            report(EdifactError.TRAILER_WITHOUT_HEADER, segment.position(), null, "UNG");
            return;
        }
        checkElements();
        compareCount(1, items() - group.itemsBefore());
        compareReference(EdifactError.GROUP_REFERENCE_MISMATCH, group.reference());
        group = null;
    }

    private void closeMessage() {
        if (message.isOpen()) {
            message.endWithoutTrailer(segment.position());
        }
    }

    private void closeGroup() {
        if (group != null) {
            String trailer = items() - group.itemsBefore() + "+" + group.reference();
            report(EdifactError.GROUP_TRAILER_MISSING, segment.position(), null, trailer);
            group = null;
        }
    }

    private void end() {
        closeMessage();
        closeGroup();
        checkElements();
        if (groups == 0 || !countsMessages()) {
            compareCount(1, groups > 0 ? groups : items());
        }
        compareReference(EdifactError.INTERCHANGE_REFERENCE_MISMATCH, header.controlReference());
        if (items() == 0) {
            report(EdifactError.INTERCHANGE_EMPTY, segment.position(), null, null);
        }
        close();
    }

    /** With groups UNZ counts these; a sender who counts the messages instead has lost none. */
    private boolean countsMessages() {
        String stated = segment.text(1, 1);
        boolean messagesInstead = stated != null && !Counts.equal(stated, groups) && Counts.equal(stated, items());
        if (messagesInstead) {
            findings.add(EdifactError.MESSAGE_COUNT_WRONG, Severity.WARNING, segment.position(1, 0), stated, String.valueOf(groups), "UNZ/0036");
        }
        return messagesInstead;
    }

    /** Messages and packages are counted together. */
    private int items() {
        return count + packages.count();
    }

    private void compareCount(int element, int actual) {
        String stated = segment.text(element, 1);
        if (stated != null && !Counts.equal(stated, actual)) {
            report(EdifactError.MESSAGE_COUNT_WRONG, segment.position(element, 0), stated, String.valueOf(actual));
        }
    }

    private void compareReference(EdifactError error, String expected) {
        String stated = segment.text(2, 1);
        if (stated != null && !stated.equals(expected)) {
            report(error, segment.position(2, 0), stated, expected);
        }
    }

    /** The interchange has no UNZ. */
    private void abandon(Position where) {
        if (message.isOpen()) {
            message.endWithoutTrailer(where);
        }
        closeGroup();
        report(EdifactError.INTERCHANGE_TRAILER_MISSING, where, header.controlReference(), items() + "+" + header.controlReference());
        close();
    }

    private void stop() {
        stopped = true;
        close();
    }

    private void close() {
        List<Finding> drained = findings.drain();
        tally.close(drained, false);
        if (header != null) {
            handler.interchangeEnd(header, drained);
        }
        header = null;
        group = null;
    }

    /** The input ended, or went beyond a limit, before the interchange did. */
    void cut(SegmentScanner.Outcome outcome) {
        Position where = segment.position();
        String lastTag = segment.tag() == SegmentTag.INVALID ? null : segment.tagText();
        segment.position = message.isOpen() ? message.segments() + 1 : 0;
        switch (outcome) {
            case END -> {
                where = new Position(scanner.line(), scanner.column(), scanner.offset(), lastTag, 0, 0, 0);
                if (header == null && !findings.hasErrors()) {
                    // A service string, and nothing that it would be for.
                    report(EdifactError.EMPTY_INPUT, where, null, null);
                }
            }
            case ENDS_IN_SEGMENT -> tell(EdifactError.INPUT_ENDS_IN_SEGMENT, segment.raw(lastIndex()), null);
            case ENDS_IN_RELEASE -> tell(EdifactError.RELEASE_AT_END, segment.raw(lastIndex()), null);
            case SEGMENT_TOO_LARGE -> tell(EdifactError.SEGMENT_TOO_LARGE, segment.raw(0), String.valueOf(limits.segmentBytes()));
            default -> tell(EdifactError.INTERCHANGE_TOO_LARGE, null, String.valueOf(limits.interchangeBytes()));
        }
        if (header != null && outcome != SegmentScanner.Outcome.INPUT_TOO_LARGE) {
            abandon(where);
        } else {
            if (message.isOpen()) {
                message.endWithoutTrailer(where);
            }
            if (header == null) {
                tally.interchange();
            }
            close();
        }
    }

    private void tell(EdifactError error, @Nullable String value, @Nullable String expected) {
        report(error, segment.position(), value, expected);
        if (message.isOpen()) {
            message.report(error, segment.position(), value, expected);
        }
    }

    private int lastIndex() {
        return segment.elementFirst[segment.elements + 1] - 1;
    }

    void report(EdifactError error, Position position, @Nullable String value, @Nullable String expected) {
        findings.add(error, position, value, expected);
    }

    Tally tally() {
        return tally;
    }

    boolean stopped() {
        return stopped;
    }
}
