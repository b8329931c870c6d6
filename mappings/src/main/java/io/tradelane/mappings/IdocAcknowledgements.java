package io.tradelane.mappings;

import io.tradelane.mappings.syntax.Finding;
import io.tradelane.mappings.syntax.InterchangeHeader;
import io.tradelane.mappings.syntax.Position;
import io.tradelane.mappings.syntax.idoc.IdocError;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Message;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.SyntaxError;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The status of each IDoc of an input, from its findings. */
final class IdocAcknowledgements {
    private static final String NOT_POSTED = "51";

    private IdocAcknowledgements() {}

    static Optional<SyntaxAcknowledgementDocument> of(
            InterchangeResult interchange, List<MessageResult> messages, String number, LocalDate issueDate) {
        InterchangeHeader header = interchange.header();
        List<Finding> common = interchange.findings().stream().filter(Finding::isError).toList();
        List<Message> answers = messages.stream().filter(message -> !message.reference().isEmpty() && !answer(message))
                .map(message -> answer(message, interchange.rejected() ? common : List.of())).toList();
        if (header == null || answers.isEmpty()) {
            return Optional.empty();
        }
        boolean rejected = answers.stream().allMatch(answer -> answer.action() == Action.REJECTED);
        return Optional.of(new SyntaxAcknowledgementDocument(
                number, issueDate, answers.getFirst().reference(), header.sender().toString(), header.recipient().toString(),
                rejected ? Action.REJECTED : Action.ACKNOWLEDGED, null, answers));
    }

    private static boolean answer(MessageResult message) {
        return message.type().name().equals("ALEAUD") || message.type().name().equals("STATUS")
                || message.document() != null && message.document().type() == DocumentType.SYNTAX_ACKNOWLEDGEMENT;
    }

    private static Message answer(MessageResult message, List<Finding> common) {
        List<SyntaxError> errors = Findings.joined(common, message.findings()).stream().filter(Finding::isError).map(IdocAcknowledgements::error).toList();
        return new Message(message.reference(), message.type().name(), errors.isEmpty() ? Action.ACKNOWLEDGED : Action.REJECTED, errors);
    }

    private static SyntaxError error(Finding finding) {
        Position place = finding.position();
        String status = finding.code() instanceof IdocError ? finding.code().standardCode() : NOT_POSTED;
        return new SyntaxError(
                status, place.segment(), place.segmentPosition() == 0 ? null : place.segmentPosition(), place.element() == 0 ? null : place.element(), null,
                finding.message(Locale.ENGLISH));
    }
}
