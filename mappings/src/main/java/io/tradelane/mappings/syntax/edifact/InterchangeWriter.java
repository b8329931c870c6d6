package io.tradelane.mappings.syntax.edifact;

import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.SegmentValues;
import io.tradelane.mappings.syntax.edifact.grammar.Directories;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one interchange: UNA, UNB, messages, UNZ, with the counts and references that belong there. What cannot be
 * written becomes a finding and the value is left out; with findings the bytes must not be sent.
 */
public final class InterchangeWriter {

    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final List<Finding> findings = new ArrayList<>();
    private final InterchangeHeader header;
    private final SegmentEncoder encoder;
    private String reference = "";
    private int segments;
    private int messages;

    /** @param lineBreaks a line feed behind every segment */
    public InterchangeWriter(InterchangeHeader header, boolean lineBreaks) {
        this.header = header;
        boolean version4 = header.syntaxVersion().equals("4");
        ServiceString service = version4 ? ServiceString.DEFAULT_VERSION_4 : ServiceString.DEFAULT;
        CharacterSet characters = CharacterSet.of(header.syntaxIdentifier()).orElse(CharacterSet.UNOC);
        this.encoder = new SegmentEncoder(service, characters, lineBreaks, findings);
        if (CharacterSet.of(header.syntaxIdentifier()).isEmpty()) {
            findings.add(Finding.of(
                    EdifactError.CHARACTER_SET_UNKNOWN, Position.NONE, header.syntaxIdentifier(), CharacterSet.known()));
        }
        encoder.advice(version4 ? "UNA:+.?*'" : "UNA:+.? '");
        service(SegmentTag.UNB, SegmentValues.of(new String[][] {
            {header.syntaxIdentifier(), header.syntaxVersion()},
            {header.sender().id(), header.sender().qualifier()},
            {header.recipient().id(), header.recipient().qualifier()},
            preparedAt(version4),
            {header.controlReference()},
            {},
            {header.applicationReference()},
            {},
            {header.acknowledgementRequested() ? "1" : null},
            {},
            {header.test() ? "1" : null}
        }));
    }

    private @Nullable String[] preparedAt(boolean version4) {
        LocalDateTime at = header.preparedAt();
        return at == null
                ? new String[0]
                : new String[] {(version4 ? LONG_DATE : SHORT_DATE).format(at), TIME.format(at)};
    }

    public void beginMessage(String reference, MessageType type) {
        this.reference = reference;
        segments = 0;
        messages++;
        String version = type.version();
        service(SegmentTag.UNH, SegmentValues.of(new String[][] {
            {reference},
            {type.name(), version.substring(0, 1), version.substring(1), "UN", type.association()}
        }));
    }

    /** @param values as {@link SegmentGrammar#expanded} counts them */
    public void segment(SegmentGrammar grammar, SegmentValues values) {
        encoder.segment(grammar, values, ++segments);
    }

    public void endMessage() {
        String count = String.valueOf(segments + 1);
        service(SegmentTag.UNT, SegmentValues.of(new String[][] {{count}, {reference}}));
    }

    /** Closes the interchange. */
    public byte[] finish() {
        service(SegmentTag.UNZ, SegmentValues.of(new String[][] {{String.valueOf(messages)}, {header.controlReference()}}));
        return encoder.bytes();
    }

    public List<Finding> findings() {
        return findings;
    }

    private void service(int tag, SegmentValues values) {
        SegmentGrammar grammar = Directories.standard().service().segment(tag);
        if (grammar == null) {
            throw new IllegalStateException("no service segment " + SegmentTag.name(tag));
        }
        segment(grammar, values);
    }
}
