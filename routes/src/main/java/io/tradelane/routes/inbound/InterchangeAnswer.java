package io.tradelane.routes.inbound;

import io.tradelane.mappings.InterchangeResult;
import io.tradelane.mappings.MessageResult;
import io.tradelane.mappings.syntax.PartyAddress;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument;
import io.tradelane.trading.document.SyntaxAcknowledgementDocument.Action;
import io.tradelane.trading.exchange.Acknowledgements;
import io.tradelane.trading.exchange.Acknowledgements.Given;
import io.tradelane.trading.exchange.ControlNumbers;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.SplitResult;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.NewIncident;
import io.tradelane.trading.partner.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the sender of an interchange is told at once: one CONTRL (ISO 9735-4), also for a repeat; and what a person is told. */
@Component
class InterchangeAnswer {
    private final Outbox outbox;
    private final Acknowledgements acknowledgements;
    private final ControlNumbers numbers;
    private final Incidents incidents;
    private final Senders senders;
    private final Clock clock;

    InterchangeAnswer(
            Outbox outbox,
            Acknowledgements acknowledgements,
            ControlNumbers numbers,
            Incidents incidents,
            Senders senders,
            Clock clock) {
        this.outbox = outbox;
        this.acknowledgements = acknowledgements;
        this.numbers = numbers;
        this.incidents = incidents;
        this.senders = senders;
        this.clock = clock;
    }

    /** In the transaction of the split. */
    void answer(SplitResult split, Interchange interchange, InterchangeResult result, SyntaxReport report) {
        switch (split) {
            case SplitResult.Split done -> {
                acknowledge(done.organisation(), interchange, result, report, false);
                report(done.organisation(), interchange, report);
            }
            case SplitResult.Rejected rejected -> {
                acknowledge(rejected.organisation(), interchange, result, report, false);
                report(rejected.organisation(), interchange, report);
            }
            case SplitResult.Duplicate duplicate -> acknowledge(duplicate.organisation(), interchange, result, report, true);
            case SplitResult.Held held -> {}
            case SplitResult.Unassigned unassigned -> {}
            case SplitResult.AlreadyDone already -> {}
        }
    }

    /** What was read of an interchange. */
    record Read(Interchange interchange, InterchangeResult result, SyntaxReport report) {}

    /** To those of whom nothing is refused and who are whom the door authenticated; in the transaction of the split. */
    void accepted(List<Read> reads) {
        List<Contrl> all = reads.stream()
                .flatMap(read -> contrl(Objects.requireNonNull(read.interchange().organisation()), read, false).stream())
                .toList();
        enqueue(all);
    }

    private void acknowledge(UUID sender, Interchange interchange, InterchangeResult result, SyntaxReport report, boolean duplicate) {
        Read read = new Read(interchange, result, report);
        if (!report.wantsAcknowledgement(result)) {
            return;
        }
        enqueue(contrl(sender, read, duplicate).stream().toList());
        if (!duplicate) {
            refuse(from(result), sender, interchange, report, today());
        }
    }

    private record Contrl(OutboundDocument document, boolean accepted) {}

    private Optional<Contrl> contrl(UUID sender, Read read, boolean duplicate) {
        InterchangeResult result = read.result();
        if (!read.report().wantsAcknowledgement(result)) {
            return Optional.empty();
        }
        UUID interchange = read.interchange().id();
        // Named after what it answers: a number of its own would have the sender's interchanges wait for each other's commit.
        String number = "C-" + result.header().controlReference();
        return io.tradelane.mappings.Acknowledgements.contrl(result, read.report().results(), number, today())
                .map(contrl -> new Contrl(
                        new OutboundDocument(
                                from(result), sender, duplicate ? duplicateDetected(contrl) : contrl, contrl.interchangeReference(), interchange,
                                null, "contrl:" + interchange),
                        accepted(contrl)));
    }

    private void enqueue(List<Contrl> all) {
        if (all.isEmpty()) {
            return;
        }
        List<UUID> entries = outbox.enqueue(all.stream().map(Contrl::document).toList());
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            OutboundDocument document = all.get(i).document();
            UUID interchange = Objects.requireNonNull(document.causeInterchange());
            given.add(new Given("CONTRL", document.to(), interchange, null, entries.get(i), all.get(i).accepted()));
        }
        acknowledgements.answered(given);
    }

    private UUID from(InterchangeResult result) {
        PartyAddress recipient = result.header().recipient();
        return senders.byAddress(recipient.id(), recipient.qualifier()).map(Organisation::id).orElseGet(senders::operator);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    /** Whether nothing of it is refused. */
    private static boolean accepted(SyntaxAcknowledgementDocument contrl) {
        return contrl.action() != Action.REJECTED && contrl.messages().stream().noneMatch(message -> message.action() == Action.REJECTED);
    }

    /** What the standard's grammar allows but no document can be made of is refused in an APERAK. */
    private void refuse(UUID from, UUID sender, Interchange interchange, SyntaxReport report, LocalDate today) {
        for (int i = 0; i < report.results().size(); i++) {
            MessageResult message = report.results().get(i);
            UUID row = report.rows().get(i).id();
            if (message.valid()) {
                continue;
            }
            String number = "A" + numbers.next(from, sender, ControlNumbers.Kind.DOCUMENT);
            io.tradelane.mappings.Acknowledgements.aperak(message, number, today, senders.parties(from, sender), Locale.ENGLISH)
                    .ifPresent(aperak -> {
                        UUID entry = outbox.enqueue(new OutboundDocument(
                                from, sender, aperak, message.reference(), interchange.id(), row, "aperak:" + row));
                        acknowledgements.answered("APERAK", sender, interchange.id(), row, entry, false);
                    });
        }
    }

    /** The same answer as the first time, with the remark 26 of data element 0085: duplicate detected. */
    private static SyntaxAcknowledgementDocument duplicateDetected(SyntaxAcknowledgementDocument first) {
        return new SyntaxAcknowledgementDocument(
                first.number(), first.issueDate(), first.interchangeReference(), first.senderIdentifier(), first.recipientIdentifier(),
                first.action(), new SyntaxAcknowledgementDocument.SyntaxError("26", null, null, null, null), first.messages());
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
