package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Limits;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.Strictness;
import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.mappings.syntax.edifact.Counts;
import io.tradelane.mappings.syntax.edifact.Findings;
import io.tradelane.mappings.syntax.edifact.InterchangeHandler;
import io.tradelane.mappings.syntax.edifact.ReferenceSet;
import io.tradelane.mappings.syntax.edifact.Segment;
import io.tradelane.mappings.syntax.edifact.SegmentScanner;
import io.tradelane.mappings.syntax.edifact.StructureCheck;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import io.tradelane.mappings.syntax.x12.grammar.SegmentRules;
import io.tradelane.mappings.syntax.x12.grammar.X12Directories;
import io.tradelane.mappings.syntax.x12.grammar.X12Directory;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one transaction set after the other: checks its segments and hands them over. */
final class SetReader {

    private static final int BIN = SegmentTag.of("BIN");
    private static final int BDS = SegmentTag.of("BDS");

    private final SegmentScanner scanner;
    private final Segment segment;
    private final Strictness codeLists;
    private final Limits limits;
    private final InterchangeHandler handler;
    private final Findings findings;
    private final ElementCheck elements;
    private final CharacterCheck characters;
    private final StructureCheck.Codes codes = new StructureCheck.Codes(
            X12Error.SEGMENT_MISSING, X12Error.SEGMENT_REPEATED_TOO_OFTEN, X12Error.LOOP_REPEATED_TOO_OFTEN, X12Error.SEGMENT_OUT_OF_ORDER,
            this::stray);

    /** Of the last set: of another sender the same set may be another. */
    private @Nullable InterchangeHeader known;
    private MessageType type = new MessageType("", "", null);
    private X12Directory directory = X12Directories.standard().find("");
    private @Nullable StructureCheck structure;
    private @Nullable SegmentRules[] rules = {};
    private InterchangeHandler.@Nullable MessageStart start;
    private InterchangeHandler.@Nullable SegmentHandler taker;
    private int segments;

    SetReader(SegmentScanner scanner, Strictness codeLists, Limits limits, InterchangeHandler handler) {
        this.scanner = scanner;
        this.segment = scanner.segment();
        this.codeLists = codeLists;
        this.limits = limits;
        this.handler = handler;
        this.findings = new Findings(limits.messageFindings(), X12Error.TOO_MANY_FINDINGS);
        this.elements = new ElementCheck(findings, codeLists);
        this.characters = new CharacterCheck(scanner, findings);
    }

    private void stray(Segment stray, String expected, Findings found) {
        X12Error error = directory.rules(stray.tag()) == null ? X12Error.TAG_INVALID : X12Error.SEGMENT_NOT_IN_SET;
        found.add(error, stray.position(), stray.raw(0), expected);
    }

    boolean isOpen() {
        return start != null;
    }

    /** So far, ST included. */
    int segments() {
        return segments;
    }

    /** @param group of the functional group around it, {@code null} when there is none */
    void begin(InterchangeHeader header, @Nullable String group, String version, int index, ReferenceSet references) {
        segments = 1;
        segment.stands(1);
        characters.restart();
        characters.check(segment);
        look(header, version);
        checkService(SegmentTag.ST);
        String reference = EnvelopeText.text(segment, 2);
        start = new InterchangeHandler.MessageStart(header, reference, type, index, segment.position());
        String expected = directory.group(type.name());
        if (type.name().isEmpty()) {
            findings.add(X12Error.SET_IDENTIFIER_MISSING, segment.position(1, 0), null, null);
        } else if (group != null && expected != null && !expected.equals(group)) {
            findings.add(X12Error.SET_IN_WRONG_GROUP, segment.position(1, 0), group, expected);
        }
        if (!reference.isEmpty() && !references.add(reference)) {
            findings.add(X12Error.SET_DUPLICATE, segment.position(2, 0), reference, null);
        }
        hand();
    }

    /** TA1 stands alone between the envelopes, and is told of like a set. */
    void acknowledgement(InterchangeHeader header, int index) {
        segments = 1;
        segment.stands(1);
        type = new MessageType("TA1", "", null);
        known = header;
        find(header.syntaxVersion());
        start = new InterchangeHandler.MessageStart(header, EnvelopeText.text(segment, 1), type, index, segment.position());
        hand();
        segments = 0;
        take();
        close(end());
    }

    private void hand() {
        if (structure != null) {
            structure.restart();
        }
        taker = handler.message(start, structure == null ? null : structure.grammar(), findings);
    }

    /** Groups are mostly of one set. */
    @SuppressWarnings("ReferenceEquality") // one interchange, one header
    private void look(InterchangeHeader header, String version) {
        String name = EnvelopeText.text(segment, 1);
        String convention = segment.text(3, 1);
        boolean same = header == known && type.name().equals(name) && type.version().equals(version);
        known = header;
        if (!same || !Objects.equals(type.association(), convention)) {
            type = new MessageType(name, version, convention);
        }
        if (!same) {
            find(version);
        }
    }

    private void find(String version) {
        directory = X12Directories.standard().find(version);
        elements.allowShortDates(X12Directories.hasShortDates(version));
        structure = directory.set(type.name())
                .map(grammar -> new StructureCheck(known == null ? grammar : handler.grammar(known, grammar), codes, findings)).orElse(null);
        elements.weigh(handler.codeLists(type, codeLists));
        rules = structure == null ? new SegmentRules[0] : directory.rules(structure.grammar());
    }

    /** Takes a segment between ST and SE. */
    void take() {
        segment.stands(++segments);
        characters.check(segment);
        if (segments >= limits.messageSegments()) {
            if (segments == limits.messageSegments()) {
                findings.add(X12Error.SET_TOO_LARGE, segment.position(), null, String.valueOf(segments));
            }
            return;
        }
        Node node = structure == null ? null : structure.place(segment);
        SegmentRules known = node != null ? rules[node.index] : directory.rules(segment.tag());
        if (known != null) {
            elements.check(segment, known);
        } else if (structure == null && segment.tag() == SegmentTag.INVALID) {
            findings.add(X12Error.TAG_INVALID, segment.position(), segment.raw(0), null);
        }
        if (taker != null && node != null) {
            taker.segment(segment, node, node.segment.expanded());
        } else if (taker != null) {
            SegmentGrammar grammar = directory.directory().segment(segment.tag());
            taker.stray(segment, grammar, grammar == null ? null : grammar.expanded());
        }
    }

    boolean isBinary() {
        return segment.tag() == BIN || segment.tag() == BDS;
    }

    /** A segment whose last element is as long as the one before it says, whatever bytes are in it. */
    void takeBinary() throws IOException {
        int data = segment.tag() == BIN ? 2 : 3;
        String length = segment.text(data - 1, 1);
        boolean counted = length != null && length.matches("\\d{1,15}") && segment.elements() >= data;
        if (!counted) {
            take();
            return;
        }
        Position where = segment.position(data - 1, 0);
        segment.stands(++segments);
        if (structure != null) {
            structure.place(segment);
        }
        if (!scanner.skip(segment.first(data), Long.parseLong(length))) {
            findings.add(X12Error.BINARY_LENGTH_WRONG, where, length, null);
        }
    }

    /** SE. */
    void finish() {
        segment.stands(++segments);
        checkService(SegmentTag.SE);
        String stated = EnvelopeText.text(segment, 1);
        if (!stated.isEmpty() && !Counts.equal(stated, segments)) {
            findings.add(X12Error.SEGMENT_COUNT_WRONG, segment.position(1, 0), stated, String.valueOf(segments));
        }
        String reference = EnvelopeText.text(segment, 2);
        if (!reference.equals(start.reference())) {
            findings.add(X12Error.SET_REFERENCE_MISMATCH, segment.position(2, 0), reference, start.reference());
        }
        close(end());
    }

    private long end() {
        return segment.offset() + segment.end(segment.first(segment.elements() + 1) - 1) - segment.start(0) + 1;
    }

    void endWithoutTrailer(Position where) {
        findings.add(X12Error.SET_TRAILER_MISSING, where, null, segments + 1 + " " + start.reference());
        close(where.offset());
    }

    private void close(long byteEnd) {
        if (structure != null) {
            structure.end(segment);
        }
        InterchangeHandler.MessageStart ended = start;
        start = null;
        taker = null;
        handler.messageEnd(new InterchangeHandler.MessageEnd(ended, byteEnd, segments, findings.drain()));
    }

    private void checkService(int tag) {
        SegmentRules known = directory.rules(tag);
        if (known != null) {
            elements.check(segment, known);
        }
    }

    void report(X12Error error, Position position, @Nullable String value, @Nullable String expected) {
        findings.add(error, position, value, expected);
    }
}
