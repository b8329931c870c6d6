package io.tradelane.mappings;

import io.tradelane.mappings.syntax.EnvelopeReport;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.GroupReport;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.X12Error.Level;
import io.tradelane.mappings.syntax.X12Error;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Group;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Message;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TA1 for an interchange, 997 or 999 for each functional group in it; acknowledgements are not acknowledged, nor is an interchange
 * that holds nothing else.
 */
final class X12Acknowledgements {
    private static final String ACKNOWLEDGEMENTS = "FA";
    /** AK502: one or more segments in error. */
    private static final String SEGMENTS = "5";
    /** TA105 for an error in an element of ISA, by its position; the control structure for others. */
    private static final Map<Integer, String> NOTES = Map.ofEntries(
            Map.entry(1, "010"), Map.entry(2, "011"), Map.entry(3, "012"), Map.entry(4, "013"), Map.entry(5, "005"), Map.entry(6, "006"),
            Map.entry(7, "007"), Map.entry(8, "008"), Map.entry(9, "014"), Map.entry(10, "015"), Map.entry(11, "016"), Map.entry(12, "017"),
            Map.entry(13, "018"), Map.entry(14, "019"), Map.entry(15, "020"), Map.entry(16, "027"));
    private static final String STRUCTURE = "022";
    /** AK905 for an error in an element of GS or GE, by its position. */
    private static final Map<Integer, String> GROUP_ERRORS = Map.of(1, "1", 6, "6", 8, "2");

    private final List<MessageResult> messages;
    private final String number;
    private final LocalDate issueDate;

    private X12Acknowledgements(List<MessageResult> messages, String number, LocalDate issueDate) {
        this.messages = messages;
        this.number = number;
        this.issueDate = issueDate;
    }

    static List<SyntaxAcknowledgementDocument> of(
            InterchangeResult interchange, List<MessageResult> messages, boolean everyInterchange, String number, LocalDate issueDate) {
        X12Acknowledgements made = new X12Acknowledgements(messages, number, issueDate);
        List<SyntaxAcknowledgementDocument> all = new ArrayList<>();
        for (EnvelopeReport envelope : interchange.envelopes()) {
            Finding error = envelope.findings().stream().filter(Finding::isError).findFirst().orElse(null);
            boolean known = !envelope.header().controlReference().isEmpty();
            boolean asked = everyInterchange || envelope.header().acknowledgementRequested();
            if (known && (error != null || asked && hasOtherThanAcknowledgements(envelope))) {
                all.add(made.interchange(envelope.header(), error));
            }
            if (error == null) {
                envelope.groups().stream().filter(group -> !isAcknowledgement(group)).forEach(group -> all.add(made.group(envelope.header(), group)));
            }
        }
        return List.copyOf(all);
    }

    private static boolean hasOtherThanAcknowledgements(EnvelopeReport envelope) {
        return envelope.groups().stream().anyMatch(group -> !isAcknowledgement(group));
    }

    private static boolean isAcknowledgement(GroupReport group) {
        return group.header().functionalIdentifier().equals(ACKNOWLEDGEMENTS);
    }

    private SyntaxAcknowledgementDocument interchange(InterchangeHeader header, @Nullable Finding error) {
        return new SyntaxAcknowledgementDocument(
                number, issueDate, header.controlReference(), header.sender().toString(), header.recipient().toString(),
                error == null ? Action.ACKNOWLEDGED : Action.REJECTED,
                error == null ? null : new SyntaxError(note(error), null, null, null, null), List.of(), null,
                header.preparedAt() == null ? issueDate.atStartOfDay() : header.preparedAt());
    }

    private static String note(Finding error) {
        if (error.code() instanceof X12Error x12 && x12.level() == Level.INTERCHANGE) {
            return x12.standardCode();
        }
        return "ISA".equals(error.position().segment()) ? NOTES.getOrDefault(error.position().element(), STRUCTURE) : STRUCTURE;
    }

    private SyntaxAcknowledgementDocument group(InterchangeHeader header, GroupReport report) {
        List<Message> answers = messages.stream()
                .filter(message -> message.group() == report.header()).map(X12Acknowledgements::answer).toList();
        List<String> errors = report.findings().stream().filter(Finding::isError).map(X12Acknowledgements::groupError).distinct().toList();
        int accepted = errors.isEmpty() ? (int) answers.stream().filter(answer -> answer.action() != Action.REJECTED).count() : 0;
        boolean rejected = !errors.isEmpty() || accepted == 0 && !answers.isEmpty();
        Group group = new Group(
                report.header().functionalIdentifier(), report.header().controlReference(), report.header().version(), report.messages(),
                report.messages(), accepted, errors);
        return new SyntaxAcknowledgementDocument(
                number, issueDate, header.controlReference(), header.sender().toString(), header.recipient().toString(),
                rejected ? Action.REJECTED : Action.ACKNOWLEDGED, null, answers, group, null);
    }

    private static String groupError(Finding error) {
        return error.code() instanceof X12Error x12 && x12.level() == Level.GROUP
                ? x12.standardCode() : GROUP_ERRORS.getOrDefault(error.position().element(), "1");
    }

    private static Message answer(MessageResult message) {
        List<SyntaxError> errors = new ArrayList<>();
        boolean segments = false;
        for (Finding finding : message.findings()) {
            if (finding.isError() && finding.code() instanceof X12Error error) {
                errors.add(error(finding, error));
                segments |= error.level() == Level.SEGMENT || error.level() == Level.ELEMENT;
            }
        }
        if (segments) {
            errors.add(new SyntaxError(SEGMENTS, null, null, null, null));
        }
        String convention = message.type().association();
        String identifier = message.type().name() + (convention == null ? "" : ":" + convention);
        return new Message(message.reference(), identifier, errors.isEmpty() ? Action.ACKNOWLEDGED : Action.REJECTED, List.copyOf(errors));
    }

    private static SyntaxError error(Finding finding, X12Error error) {
        Position place = finding.position();
        boolean inSegment = place.segmentPosition() > 0 && error.level() != Level.SET && error.level() != Level.INTERCHANGE;
        if (!inSegment) {
            return new SyntaxError(error.level() == Level.SET ? error.standardCode() : SEGMENTS, null, null, null, null);
        }
        boolean missing = error == X12Error.SEGMENT_MISSING;
        String tag = missing ? finding.expected() : place.segment();
        if (error.level() == Level.SEGMENT || place.element() == 0) {
            return new SyntaxError(error.standardCode(), tag, place.segmentPosition(), null, null);
        }
        return new SyntaxError(
                error.standardCode(), tag, place.segmentPosition(), place.element(), place.component() == 0 ? null : place.component(), finding.value());
    }
}
