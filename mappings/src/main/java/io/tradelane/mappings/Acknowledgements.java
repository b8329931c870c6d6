package io.tradelane.mappings;

import io.tradelane.mappings.acknowledgement.X12GroupAcknowledgementMapping;
import io.tradelane.mappings.shared.MappingError;
import io.tradelane.mappings.syntax.EdifactError;
import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.MessageType;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Message;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the sender is told about an interchange (CONTRL; TA1, 997, 999; ALEAUD) and about a document in it (APERAK, 824). */
public final class Acknowledgements {
    private static final String DUPLICATE = "26";
    private static final String DUPLICATE_X12 = "025";

    private Acknowledgements() {}

    /**
     * CONTRL for an EDIFACT interchange: 4 rejected with its messages, or 7 acknowledged with each message's own answer,
     * 7 or 4. Only errors of syntax count; those of content go into an APERAK.
     *
     * @param messages in any order, documents are not looked at
     * @param number of the acknowledgement, its UNH 0062
     * @return empty for an input whose sender cannot be told, because no UNB was readable, and for other formats
     */
    public static Optional<SyntaxAcknowledgementDocument> contrl(
            InterchangeResult interchange, List<MessageResult> messages, String number, LocalDate issueDate) {
        InterchangeHeader header = interchange.header();
        if (interchange.format() != Format.EDIFACT || header == null) {
            return Optional.empty();
        }
        Finding error = interchange.findings().stream().filter(Finding::isError).findFirst().orElse(null);
        boolean rejected = interchange.rejected();
        return Optional.of(new SyntaxAcknowledgementDocument(
                number,
                issueDate,
                header.controlReference(),
                header.sender().toString(),
                header.recipient().toString(),
                rejected ? Action.REJECTED : Action.ACKNOWLEDGED,
                rejected && error != null ? serviceError(error) : null,
                rejected ? List.of() : messages.stream().map(Acknowledgements::answer).toList()));
    }

    /**
     * What an X12 interchange is answered with: TA1 where it was asked for or the envelope is wrong, and 997 or 999 for each
     * functional group, in this order; the target's version decides which of the two is written.
     *
     * @param messages of the interchange, in any order
     * @param number of the acknowledgements
     * @return empty for other formats
     */
    public static List<SyntaxAcknowledgementDocument> x12(
            InterchangeResult interchange, List<MessageResult> messages, String number, LocalDate issueDate) {
        return x12(interchange, messages, false, number, issueDate);
    }

    /** @param everyInterchange a TA1 also for an interchange that does not ask for it */
    public static List<SyntaxAcknowledgementDocument> x12(
            InterchangeResult interchange, List<MessageResult> messages, boolean everyInterchange, String number, LocalDate issueDate) {
        return interchange.format() == Format.X12
                ? X12Acknowledgements.of(interchange, messages, everyInterchange, number, issueDate) : List.of();
    }

    /**
     * The same answer for an interchange that came before: the interchange is answered with that remark, 26 of UN/EDIFACT data element
     * 0085 or 025 of TA105, which in X12 tells the sender not to send again (TA104 E).
     */
    public static SyntaxAcknowledgementDocument duplicate(SyntaxAcknowledgementDocument first) {
        boolean rejected = first.action() == Action.REJECTED;
        boolean ta1 = first.group() == null && first.preparedAt() != null;
        if (first.group() != null || ta1 && rejected) {
            return first;
        }
        return new SyntaxAcknowledgementDocument(
                first.number(), first.issueDate(), first.interchangeReference(), first.senderIdentifier(), first.recipientIdentifier(),
                ta1 ? Action.ACCEPTED_WITH_ERRORS : first.action(), new SyntaxError(ta1 ? DUPLICATE_X12 : DUPLICATE, null, null, null, null),
                first.messages(), null, first.preparedAt());
    }

    /** Whether it says that what it answers had come before, and nothing worse. */
    public static boolean saysDuplicate(SyntaxAcknowledgementDocument acknowledgement) {
        SyntaxError error = acknowledgement.error();
        return error != null && error.code().equals(AcknowledgementTexts.isX12(acknowledgement) ? DUPLICATE_X12 : DUPLICATE);
    }

    /** What it is called: CONTRL, TA1, 997, 999, ALEAUD or STATUS. @param version of its format in which it is written */
    public static String kind(Format format, SyntaxAcknowledgementDocument acknowledgement, String version) {
        if (format == Format.IDOC) {
            return version.startsWith("SYSTAT") ? "STATUS" : "ALEAUD";
        }
        return acknowledgement.group() != null ? X12GroupAcknowledgementMapping.set(version)
                : AcknowledgementTexts.isX12(acknowledgement) ? "TA1" : "CONTRL";
    }

    /**
     * What IDocs are answered with: ALEAUD or STATUS, as the target says; each IDoc by its DOCNUM, posted (53) or not, with every
     * error in it, of syntax (56, 60) and of content (51). Answers are not answered.
     *
     * @param messages of the interchange, in any order
     * @param number of the acknowledgement
     * @return empty for other formats, and where no IDoc says its number
     */
    public static Optional<SyntaxAcknowledgementDocument> idoc(
            InterchangeResult interchange, List<MessageResult> messages, String number, LocalDate issueDate) {
        return interchange.format() == Format.IDOC ? IdocAcknowledgements.of(interchange, messages, number, issueDate) : Optional.empty();
    }

    /** CONTRL that says no more than that the interchange has come (8), for partners who want the receipt alone. */
    public static Optional<SyntaxAcknowledgementDocument> receipt(InterchangeResult interchange, String number, LocalDate issueDate) {
        return contrl(interchange, List.of(), number, issueDate)
                .map(full -> full.action() == Action.REJECTED ? full
                        : new SyntaxAcknowledgementDocument(
                                number, issueDate, full.interchangeReference(), full.senderIdentifier(), full.recipientIdentifier(),
                                Action.RECEIVED, null, List.of()));
    }

    private static Message answer(MessageResult message) {
        List<SyntaxError> errors = message.findings().stream()
                .filter(finding -> finding.isError() && finding.code() instanceof EdifactError)
                .map(Acknowledgements::error)
                .toList();
        return new Message(message.reference(), identifier(message.type()), errors.isEmpty() ? Action.ACKNOWLEDGED : Action.REJECTED, errors);
    }

    /** S009 with its components in order: {@code ORDERS:D:96A:UN:EAN008}. */
    private static String identifier(MessageType type) {
        if (type.version().isEmpty()) {
            return type.name();
        }
        String version = type.version().substring(0, 1) + ":" + type.version().substring(1);
        return type.name() + ":" + version + ":UN" + (type.association() == null ? "" : ":" + type.association());
    }

    private static SyntaxError error(Finding finding) {
        Position position = finding.position();
        if (position.segmentPosition() == 0) {
            return serviceError(finding);
        }
        return new SyntaxError(
                finding.code().standardCode(), null, position.segmentPosition(), orNull(position.element()), orNull(position.component()));
    }

    private static SyntaxError serviceError(Finding finding) {
        Position position = finding.position();
        if (finding.code() == EdifactError.INTERCHANGE_TRAILER_MISSING) {
            return new SyntaxError(finding.code().standardCode(), "UNZ", null, null, null);
        }
        String segment = position.segment() != null && position.segment().startsWith("UN") ? position.segment() : null;
        return new SyntaxError(
                finding.code().standardCode(), segment, null,
                segment == null ? null : orNull(position.element()), segment == null ? null : orNull(position.component()));
    }

    private static @Nullable Integer orNull(int position) {
        return position == 0 ? null : position;
    }

    /**
     * APERAK that refuses a message for what its mapping found wrong, or because there is none for it.
     *
     * @param parties who answers whom: MS and MR, or those of the document
     * @param locale of the texts
     * @return empty when the mapping found no error, and when the syntax is wrong already: then CONTRL refuses the message
     */
    public static Optional<ApplicationAcknowledgementDocument> aperak(
            MessageResult message, String number, LocalDate issueDate, List<Party> parties, Locale locale) {
        List<Finding> errors = message.findings().stream().filter(Finding::isError).toList();
        if (!errors.stream().allMatch(finding -> finding.code() instanceof MappingError)) {
            return Optional.empty();
        }
        List<Finding> findings = errors.isEmpty()
                ? message.findings().stream().filter(finding -> finding.code() == FormatError.MESSAGE_NOT_MAPPED).toList() : errors;
        List<ApplicationError> told = findings.stream()
                .map(finding -> new ApplicationError(
                        finding.code().standardCode(), finding.message(locale) + " " + finding.fix(locale), null))
                .toList();
        String document = message.document() == null ? null : message.document().number();
        return told.isEmpty() ? Optional.empty() : Optional.of(refusal(message.reference(), document, number, issueDate, parties, told));
    }

    /**
     * Message level response that refuses a document of XML for all that is wrong with it: SV what breaks its schema, BV a rule, BW a
     * rule that only advises, each at its XPath.
     *
     * @param parties who answers whom
     * @param locale of the texts
     */
    public static ApplicationAcknowledgementDocument response(
            MessageResult message, String number, LocalDate issueDate, List<Party> parties, Locale locale) {
        List<ApplicationError> errors = message.findings().stream()
                .map(finding -> new ApplicationError(reason(finding), finding.message(locale), finding.path()))
                .toList();
        return refusal(instance(message), message.reference(), number, issueDate, parties, errors);
    }

    /** The instance identifier of its Standard Business Document; without one, its own number. */
    private static String instance(MessageResult message) {
        return message.header().controlReference().isBlank() ? message.reference() : message.header().controlReference();
    }

    private static String reason(Finding finding) {
        boolean rule = finding.code() instanceof MappingError || finding.code().name().startsWith("RULE");
        return !finding.isError() ? "BW" : rule ? "BV" : "SV";
    }

    /**
     * APERAK that refuses a document for what the engine found wrong.
     *
     * @param messageReference UNH 0062 of the message answered
     * @param documentNumber BGM 1004 of the document answered, where it is known
     */
    public static ApplicationAcknowledgementDocument refusal(
            String messageReference,
            @Nullable String documentNumber,
            String number,
            LocalDate issueDate,
            List<Party> parties,
            List<ApplicationError> errors) {
        return new ApplicationAcknowledgementDocument(number, issueDate, false, messageReference, documentNumber, parties, errors);
    }
}
