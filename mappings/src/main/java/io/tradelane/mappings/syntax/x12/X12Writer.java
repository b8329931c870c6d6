package io.tradelane.mappings.syntax.x12;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.SegmentValues;
import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.mappings.syntax.edifact.grammar.MessageGrammar;
import io.tradelane.mappings.syntax.edifact.grammar.Node;
import io.tradelane.mappings.syntax.edifact.grammar.SegmentTag;
import io.tradelane.mappings.syntax.x12.grammar.SegmentRules;
import io.tradelane.mappings.syntax.x12.grammar.X12Directories;
import io.tradelane.mappings.syntax.x12.grammar.X12Directory;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one interchange: ISA, a group for each run of sets of one kind, IEA, with the counts and control numbers that
 * belong there. What cannot be written becomes a finding; with an error among them the bytes must not be sent.
 */
public final class X12Writer {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final LocalDateTime NEVER = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final int CONTROL_NUMBER = 9;
    private static final int PARTY = 15;
    private static final long NUMBERS = 1_000_000_000L;

    private final List<Finding> findings = new ArrayList<>();
    private final InterchangeHeader header;
    private final SegmentEncoder encoder;
    private final String controlNumber;
    private X12Directory directory = X12Directories.standard().find("");
    private @Nullable MessageGrammar ruled;
    private @Nullable SegmentRules[] rules = {};
    private @Nullable String functionalIdentifier;
    private String version = "";
    private String reference = "";
    private int segments;
    private int sets;
    private int groups;

    /**
     * @param header syntax version is ISA12; the control reference a number of up to nine digits
     * @param lineBreaks a line feed behind every segment
     */
    public X12Writer(InterchangeHeader header, Delimiters delimiters, Charset characters, boolean lineBreaks) {
        this.header = header;
        this.encoder = new SegmentEncoder(delimiters, characters, lineBreaks, findings);
        String digits = header.controlReference().replaceAll("\\D", "");
        this.controlNumber = "0".repeat(Math.max(0, CONTROL_NUMBER - digits.length())) + digits.substring(Math.max(0, digits.length() - CONTROL_NUMBER));
        LocalDateTime at = header.preparedAt() == null ? NEVER : header.preparedAt();
        char usage = header.test() ? 'T' : 'P';
        byte eleventh = delimiters.repetition() == 0 ? (byte) 'U' : delimiters.repetition();
        encoder.header(
                "00", " ".repeat(10), "00", " ".repeat(10), qualifier(header.sender()), padded(header.sender()),
                qualifier(header.recipient()), padded(header.recipient()), DATE.format(at), TIME.format(at), text(eleventh),
                header.syntaxVersion(), controlNumber, header.acknowledgementRequested() ? "1" : "0", String.valueOf(usage),
                text(delimiters.component()));
    }

    private static String text(byte b) {
        return String.valueOf((char) (b & 0xff));
    }

    /** ISA05: what EDIFACT calls 1 and 14, DUNS and GS1, is 01 and 07 here. */
    private static String qualifier(PartyAddress party) {
        String code = party.qualifier();
        boolean gln = "14".equals(code) && party.id().length() == 13;
        return code == null || code.isBlank() ? "ZZ" : gln ? "07" : code.length() == 1 ? "0" + code : code;
    }

    private String padded(PartyAddress party) {
        if (party.id().length() > PARTY || party.id().isBlank()) {
            X12Error error = party.id().isBlank() ? X12Error.ELEMENT_MISSING : X12Error.ELEMENT_TOO_LONG;
            findings.add(Finding.of(error, new Position(0, 0, 0, "ISA", 0, 6, 0), party.id(), String.valueOf(PARTY)));
        }
        return (party.id() + " ".repeat(PARTY)).substring(0, PARTY);
    }

    /** @param type name is ST01, version GS08, association ST03 */
    public void beginSet(String number, MessageType type) {
        X12Directory found = X12Directories.standard().find(type.version());
        String group = type.name().equals("TA1") ? null : found.group(type.name());
        directory = found;
        ruled = null;
        if (group == null) {
            endGroup();
            return;
        }
        if (!group.equals(functionalIdentifier) || !version.equals(type.version())) {
            endGroup();
            beginGroup(group, type.version());
        }
        sets++;
        segments = 0;
        reference = "0".repeat(Math.max(0, 4 - number.length())) + number;
        service(SegmentTag.ST, type.name(), reference, type.association());
    }

    private void beginGroup(String group, String ofVersion) {
        functionalIdentifier = group;
        version = ofVersion;
        groups++;
        sets = 0;
        LocalDateTime at = header.preparedAt() == null ? NEVER : header.preparedAt();
        service(SegmentTag.of("GS"), group, header.sender().id(), header.recipient().id(), LONG_DATE.format(at), TIME.format(at),
                groupNumber(), "X", ofVersion);
    }

    /** The first group has the number of the interchange, further ones count on. */
    private String groupNumber() {
        return String.valueOf((Long.parseLong(controlNumber) + groups - 1) % NUMBERS);
    }

    /**
     * @param set which rules count; it may have the deviations of a partner
     * @param node of the set
     */
    public void segment(MessageGrammar set, Node node, SegmentValues values) {
        if (set != ruled) {
            ruled = set;
            rules = directory.rules(set);
        }
        encoder.segment(node.tag, rules[node.index], values, ++segments);
    }

    public void endSet() {
        if (functionalIdentifier != null) {
            service(SegmentTag.SE, String.valueOf(segments + 1), reference);
        }
    }

    private void endGroup() {
        if (functionalIdentifier != null) {
            service(SegmentTag.of("GE"), String.valueOf(sets), groupNumber());
            functionalIdentifier = null;
        }
    }

    /** Closes the interchange. */
    public byte[] finish() {
        endGroup();
        service(SegmentTag.of("IEA"), String.valueOf(groups), controlNumber);
        return encoder.bytes();
    }

    public List<Finding> findings() {
        return findings;
    }

    private void service(int tag, @Nullable String... values) {
        SegmentValues elements = new SegmentValues();
        for (int i = 0; i < values.length; i++) {
            elements.put(i + 1, 1, values[i]);
        }
        encoder.segment(tag, directory.rules(tag), elements, ++segments);
    }
}
