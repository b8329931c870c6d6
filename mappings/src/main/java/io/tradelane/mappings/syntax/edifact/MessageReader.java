package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import io.tradelane.mappings.syntax.edifact.grammar.Directory;
import io.tradelane.mappings.syntax.edifact.grammar.Layout;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one message after the other: checks its segments and hands them over. */
final class MessageReader {

    private static final Layout HEADER = service(SegmentTag.UNH);
    private static final Layout TRAILER = service(SegmentTag.UNT);
    private static final StructureCheck.Codes CODES = new StructureCheck.Codes(
            EdifactError.SEGMENT_MISSING, EdifactError.SEGMENT_REPEATED_TOO_OFTEN, EdifactError.GROUP_REPEATED_TOO_OFTEN,
            EdifactError.SEGMENT_OUT_OF_ORDER, MessageReader::stray);

    private final Segment segment;
    private final Strictness codeLists;
    private final Limits limits;
    private final InterchangeHandler handler;
    private final Findings findings;
    private final ElementCheck elements;
    private final CharacterCheck characters;

    /** Whose message types are remembered: another interchange may have other separators and another character set. */
    private @Nullable InterchangeHeader known;
    private byte[] identifier = {};
    private MessageType type = new MessageType("", "", null);
    private InterchangeHandler.@Nullable MessageStart start;
    private @Nullable StructureCheck structure;
    private @Nullable GrammarChoice choice;
    private InterchangeHandler.@Nullable SegmentHandler taker;
    private boolean version4;
    private int segments;

    MessageReader(Segment segment, Strictness codeLists, Limits limits, InterchangeHandler handler) {
        this.segment = segment;
        this.codeLists = codeLists;
        this.limits = limits;
        this.handler = handler;
        this.findings = new Findings(limits.messageFindings());
        this.elements = new ElementCheck(findings, codeLists, limits);
        this.characters = new CharacterCheck(findings);
    }

    private static Layout service(int tag) {
        return Objects.requireNonNull(Directories.standard().service().segment(tag)).expanded();
    }

    private static void stray(Segment segment, String expected, Findings findings) {
        if (!SegmentTag.isValid(segment.tag())) {
            findings.add(EdifactError.TAG_INVALID, segment.position(), segment.raw(0), null);
        } else {
            findings.add(EdifactError.SEGMENT_UNKNOWN, segment.position(), null, expected);
        }
    }

    boolean isOpen() {
        return start != null;
    }

    /** So far, UNH included. */
    int segments() {
        return segments;
    }

    void begin(InterchangeHeader header, int index, ReferenceSet references) {
        segments = 1;
        segment.position = 1;
        characters.restart();
        characters.check(segment);
        checkService();
        String reference = text(1, 1);
        if (header != known || !isSameType()) {
            known = header;
            identifier = identifier();
            type = new MessageType(
                    text(2, 1).toUpperCase(Locale.ROOT), (text(2, 2) + text(2, 3)).toUpperCase(Locale.ROOT), segment.text(2, 5));
            choice = GrammarChoice.of(type, text(2, 4).toUpperCase(Locale.ROOT));
            MessageGrammar grammar = choice.grammar();
            structure = grammar == null ? null : new StructureCheck(handler.grammar(header, grammar), CODES, findings);
            elements.weigh(handler.codeLists(type, codeLists));
        }
        start = new InterchangeHandler.MessageStart(header, reference, type, index, segment.position());
        if (!reference.isEmpty() && !references.add(reference)) {
            report(EdifactError.MESSAGE_REFERENCE_DUPLICATE, segment.position(1, 0), reference, null);
        }
        version4 = header.syntaxVersion().equals("4");
        if (structure != null) {
            structure.restart();
        }
        if (choice.complaint() != null) {
            complain(choice.complaint());
        }
        taker = handler.message(start, structure == null ? null : structure.grammar(), findings);
    }

    /** Messages of an interchange are mostly of one type: the bytes of S009 are compared before they are read. */
    private boolean isSameType() {
        int from = segment.elements < 2 ? 0 : segment.start(segment.elementFirst[2]);
        int to = segment.elements < 2 ? 0 : segment.end(segment.elementFirst[3] - 1);
        return to > from && Arrays.equals(identifier, 0, identifier.length, segment.buffer, from, to);
    }

    private byte[] identifier() {
        return segment.elements < 2 ? new byte[0]
                : Arrays.copyOfRange(segment.buffer, segment.start(segment.elementFirst[2]), segment.end(segment.elementFirst[3] - 1));
    }

    private void complain(EdifactError error) {
        boolean ofType = error == EdifactError.MESSAGE_TYPE_UNKNOWN || error == EdifactError.MESSAGE_NOT_CHECKED;
        report(error, segment.position(2, ofType ? 1 : 2), ofType ? type.name() : type.version(), choice.expected());
    }

    /** Takes a segment between UNH and UNT. */
    void take() {
        segment.position = ++segments;
        if (segment.foreign >= 0 || segment.multiByte || segment.broken) {
            characters.check(segment);
        }
        if (segments >= limits.messageSegments()) {
            if (segments == limits.messageSegments()) {
                report(EdifactError.MESSAGE_TOO_LARGE, segment.position(), null, String.valueOf(segments));
            }
            return;
        }
        Node node = structure == null ? null : structure.place(segment);
        SegmentGrammar grammar = node != null ? node.segment : misplaced();
        if (grammar == null) {
            elements.checkSize(segment);
            if (taker != null) {
                taker.stray(segment, null, null);
            }
            return;
        }
        Layout layout = grammar.layout(version4, segment.elements(), segment.repeats);
        elements.check(segment, layout);
        if (taker != null && node != null) {
            taker.segment(segment, node, layout);
        } else if (taker != null) {
            taker.stray(segment, grammar, layout);
        }
    }

    /** What is known of a segment that has no place here, but has one elsewhere in the message or in no known message. */
    private @Nullable SegmentGrammar misplaced() {
        boolean stray = structure != null && !structure.knows(segment);
        Directory directory = choice == null ? null : choice.directory();
        return directory == null || stray ? null : directory.segment(segment.tag());
    }

    /** UNT. */
    void end() {
        segment.position = ++segments;
        checkService();
        String stated = segment.text(1, 1);
        if (stated != null && !Counts.equal(stated, segments)) {
            report(EdifactError.SEGMENT_COUNT_WRONG, segment.position(1, 0), stated, String.valueOf(segments));
        }
        String reference = segment.text(2, 1);
        if (reference != null && !reference.equals(start.reference())) {
            report(EdifactError.MESSAGE_REFERENCE_MISMATCH, segment.position(2, 0), reference, start.reference());
        }
        close(segment.end(segment.elementFirst[segment.elements + 1] - 1) - segment.first + segment.offset + 1);
    }

    void endWithoutTrailer(Position where) {
        report(EdifactError.MESSAGE_TRAILER_MISSING, where, null, segments + 1 + "+" + start.reference());
        close(where.offset());
    }

    private void close(long byteEnd) {
        if (structure != null) {
            structure.end(segment);
        }
        if (choice != null && choice.isApproximate()) {
            findings.approximate();
        }
        InterchangeHandler.MessageStart ended = start;
        start = null;
        taker = null;
        handler.messageEnd(new InterchangeHandler.MessageEnd(ended, byteEnd, segments, findings.drain()));
    }

    private void checkService() {
        elements.check(segment, segment.tag() == SegmentTag.UNH ? HEADER : TRAILER);
    }

    void report(EdifactError error, Position position, @Nullable String value, @Nullable String expected) {
        findings.add(error, position, value, expected);
    }

    private String text(int element, int component) {
        String text = segment.text(element, component);
        return text == null ? "" : text;
    }
}
