package io.tradelane.routes.inbound;

import io.tradelane.mappings.InterchangeResult;
import io.tradelane.routes.inbound.MessageAnswers.Answered;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.MessageRow;
import io.tradelane.trading.exchange.MessageStatus;
import io.tradelane.trading.exchange.SplitResult;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.NewIncident;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the sender of an interchange is told at once, also for a repeat; and what a person is told. */
@Component
class InterchangeAnswer {
    private final SyntaxAnswers syntax;
    private final MessageAnswers answers;
    private final Replies replies;
    private final Incidents incidents;
    private final Senders senders;

    InterchangeAnswer(SyntaxAnswers syntax, MessageAnswers answers, Replies replies, Incidents incidents, Senders senders) {
        this.syntax = syntax;
        this.answers = answers;
        this.replies = replies;
        this.incidents = incidents;
        this.senders = senders;
    }

    /** What was read of an interchange. */
    record Read(Interchange interchange, InterchangeResult result, SyntaxReport report) {}

    /** In the transaction of the split. */
    void answer(SplitResult split, Interchange interchange, InterchangeResult result, SyntaxReport report) {
        Read read = new Read(interchange, result, report);
        switch (split) {
            case SplitResult.Split done -> tell(done.organisation(), read);
            case SplitResult.Rejected rejected -> tell(rejected.organisation(), read);
            case SplitResult.Duplicate duplicate -> replies.send(syntax.of(duplicate.organisation(), read, true));
            case SplitResult.Refused refused -> replies.send(syntax.refused(refused.organisation(), read));
            case SplitResult.Held held -> {}
            case SplitResult.Unassigned unassigned -> {}
            case SplitResult.AlreadyDone already -> {}
        }
    }

    /** Of what the hub itself reads again: the sender was told when it came; a person is told what is still wrong. */
    void repeated(SplitResult split, Interchange interchange, List<MessageRow> rows, SyntaxReport report) {
        boolean wrong = rows.isEmpty() || rows.stream().anyMatch(row -> row.status() == MessageStatus.REJECTED);
        switch (split) {
            case SplitResult.Split done when wrong -> report(done.organisation(), interchange, report);
            case SplitResult.Rejected rejected -> report(rejected.organisation(), interchange, report);
            default -> {}
        }
    }

    /** To those of whom nothing is refused and who are whom the door authenticated; in the transaction of the split. */
    void accepted(List<Read> reads) {
        replies.send(reads.stream().flatMap(read -> {
            UUID sender = Objects.requireNonNull(read.interchange().organisation());
            return Stream.concat(syntax.of(sender, read, false).stream(), positive(sender, read).stream());
        }).toList());
    }

    /** To the only message of an interchange, which took effect. */
    private Optional<Reply> positive(UUID sender, Read read) {
        MessageRow row = read.report().rows().getFirst();
        UUID from = row.counterparty() == null ? senders.recipient(read.result()) : row.counterparty();
        if (!answers.mayAccept(from, sender)) {
            return Optional.empty();
        }
        return answers.accepted(new Answered(
                from, sender, read.result().format(), read.interchange().id(), row.id(),
                Answered.instance(read.result().format(), Objects.requireNonNull(read.result().header()).controlReference(), row.reference()),
                row.document() == null ? null : row.document().number()), true);
    }

    private void tell(UUID sender, Read read) {
        replies.send(syntax.of(sender, read, false));
        if (!read.result().rejected()) {
            UUID from = senders.recipient(read.result());
            replies.send(answers.unreadable(from, sender, read.result().format(), read.interchange(), read.report()));
        }
        report(sender, read.interchange(), read.report());
    }

    private void report(UUID sender, Interchange interchange, SyntaxReport report) {
        report.firstError(Locale.ENGLISH).ifPresent(error -> incidents.raise(new NewIncident(
                Cause.INVALID_DOCUMENT,
                sender,
                interchange.id(),
                null,
                Map.of("errors", Integer.toString(report.errors()), "first", error,
                        "first_zh", report.firstError(Locale.SIMPLIFIED_CHINESE).orElse(error)),
                error)));
    }
}
