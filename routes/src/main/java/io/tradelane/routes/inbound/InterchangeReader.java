package io.tradelane.routes.inbound;

import io.tradelane.mappings.InterchangeResult;
import io.tradelane.mappings.Translator;
import io.tradelane.trading.exchange.Again;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.InterchangeStatus;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.MessageRow;
import io.tradelane.trading.exchange.MessageStatus;
import io.tradelane.trading.exchange.Payloads;
import io.tradelane.trading.exchange.SplitResult;
import io.tradelane.trading.exchange.traffic.Traffic;
import io.tradelane.trading.partner.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the bytes of one interchange and stores what is in them; repeating it finds the work done. */
@Component
public class InterchangeReader {
    private static final Logger LOG = LoggerFactory.getLogger(InterchangeReader.class);
    private static final int PAGE = 1_000;

    private final Inbox inbox;
    private final Interchanges interchanges;
    private final Payloads payloads;
    private final Translator translator;
    private final SenderOptions options;
    private final Senders senders;
    private final InterchangeAnswer answer;
    private final Progress progress;
    private final Traffic traffic;
    private final TransactionTemplate transaction;

    InterchangeReader(
            Inbox inbox,
            Interchanges interchanges,
            Payloads payloads,
            Translator translator,
            SenderOptions options,
            Senders senders,
            InterchangeAnswer answer,
            Progress progress,
            Traffic traffic,
            TransactionTemplate transaction) {
        this.inbox = inbox;
        this.interchanges = interchanges;
        this.payloads = payloads;
        this.translator = translator;
        this.options = options;
        this.senders = senders;
        this.answer = answer;
        this.progress = progress;
        this.traffic = traffic;
        this.transaction = transaction;
    }

    /** @return the messages of the interchange that wait, in their order */
    public List<PendingMessage> read(String id) {
        UUID interchange = UUID.fromString(id);
        try (var ignored = MDC.putCloseable("interchange", id)) {
            return Tenancy.call(Tenancy.Actor.hub(), () -> {
                List<PendingMessage> waiting = transaction.execute(status -> take(interchange));
                CrashPoint.reach("split");
                return waiting;
            });
        }
    }

    private List<PendingMessage> take(UUID id) {
        Interchange interchange = inbox.claim(id).orElse(null);
        if (interchange == null) {
            return pending(id);
        }
        progress.interchange(interchange.receivedAt());
        SyntaxReport report = new SyntaxReport(senders::counterparty);
        InterchangeResult result = readBytes(interchange, report);
        CrashPoint.reach("mapping");
        LOG.info("Read {} messages of {} with {} errors", report.rows().size(), result.format(), report.errors());
        Optional<Again> again = Again.of(interchange);
        List<MessageRow> rows = again.map(told -> told.chosen(report.rows())).orElseGet(report::rows);
        SplitResult split = inbox.split(id, report.facts(result), rows);
        if (again.isPresent()) {
            answer.repeated(split, interchange, rows, report);
            return split instanceof SplitResult.Split done ? pending(done, rows) : List.of();
        }
        Optional<UUID> twin = sender(split).filter(senders::isTwin);
        if (twin.isPresent()) {
            // Whom it is addressed to is a twin as well.
            Tenancy.run(senders.actor(twin.get()), () -> answer.answer(split, interchange, result, report));
            return pending(id);
        }
        answer.answer(split, interchange, result, report);
        if (split instanceof SplitResult.Split && interchange.organisation() != null) {
            traffic.found(interchange.organisation(), rows.size());
        }
        return split instanceof SplitResult.Split done ? pending(done, rows) : List.of();
    }

    private static Optional<UUID> sender(SplitResult split) {
        return switch (split) {
            case SplitResult.Split done -> Optional.of(done.organisation());
            case SplitResult.Rejected rejected -> Optional.of(rejected.organisation());
            case SplitResult.Duplicate duplicate -> Optional.of(duplicate.organisation());
            case SplitResult.Refused refused -> Optional.of(refused.organisation());
            case SplitResult.Held held -> Optional.of(held.organisation());
            case SplitResult.Unassigned unassigned -> Optional.empty();
            case SplitResult.AlreadyDone already -> Optional.empty();
        };
    }

    private static List<PendingMessage> pending(SplitResult.Split split, List<MessageRow> rows) {
        return split.open() == 0 ? List.of() : rows.stream()
                .filter(row -> row.status() == MessageStatus.RECEIVED)
                .map(row -> new PendingMessage(row.id().toString(), BusinessKeys.group(split.organisation(), row.id(), row.document())))
                .toList();
    }

    private InterchangeResult readBytes(Interchange interchange, SyntaxReport report) {
        try (InputStream bytes = payloads.open(interchange.payload())) {
            return translator.read(bytes, options.of(interchange), report::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Of an interchange that was split before: its announcements may be lost. */
    private List<PendingMessage> pending(UUID interchange) {
        boolean processing = interchanges.find(interchange).map(found -> found.status() == InterchangeStatus.PROCESSING).orElse(false);
        List<PendingMessage> pending = new ArrayList<>();
        int after = -1;
        while (processing) {
            var open = inbox.open(interchange, after, PAGE);
            if (open.isEmpty()) {
                break;
            }
            open.forEach(message -> pending.add(new PendingMessage(message.id().toString(), BusinessKeys.group(message))));
            after = open.getLast().index();
            processing = open.size() == PAGE;
        }
        return pending;
    }
}
