package io.tradelane.routes.inbound;

import io.tradelane.mappings.InterchangeResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.InterchangeStatus;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.exchange.MessageStatus;
import io.tradelane.trading.exchange.Payloads;
import io.tradelane.trading.exchange.SplitResult;
import io.tradelane.trading.partner.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final Senders senders;
    private final InterchangeAnswer answer;
    private final Verdicts verdicts;
    private final Progress progress;
    private final TransactionTemplate transaction;
    private final Map<DocumentType, Straight> straight;

    InterchangeReader(
            Inbox inbox,
            Interchanges interchanges,
            Payloads payloads,
            Translator translator,
            Senders senders,
            InterchangeAnswer answer,
            Verdicts verdicts,
            Progress progress,
            TransactionTemplate transaction,
            List<Straight> straight) {
        this.inbox = inbox;
        this.interchanges = interchanges;
        this.payloads = payloads;
        this.translator = translator;
        this.senders = senders;
        this.answer = answer;
        this.verdicts = verdicts;
        this.progress = progress;
        this.transaction = transaction;
        this.straight = straight.stream().collect(Collectors.toMap(Straight::type, Function.identity()));
    }

    /** @param pending what waits now @param applied whether the only message has its verdict */
    private record Taken(List<PendingMessage> pending, boolean applied) {}

    /** The only message could not be applied with its interchange. */
    private static final class NotStraight extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotStraight(RuntimeException cause) {
            super(cause);
        }
    }

    /** @return the messages of the interchange that wait, in their order */
    public List<PendingMessage> read(String id) {
        UUID interchange = UUID.fromString(id);
        try (var ignored = MDC.putCloseable("interchange", id)) {
            return Tenancy.call(Tenancy.Actor.hub(), () -> {
                Taken taken = take(interchange);
                CrashPoint.reach(taken.applied() ? "applied" : "split");
                return taken.pending();
            });
        }
    }

    private Taken take(UUID interchange) {
        try {
            return transaction.execute(status -> take(interchange, true));
        } catch (NotStraight failure) {
            LOG.info("The message goes the long way, because at once it failed: {}", String.valueOf(failure.getCause()));
            return transaction.execute(status -> take(interchange, false));
        }
    }

    private Taken take(UUID id, boolean straightAllowed) {
        Interchange interchange = inbox.claim(id).orElse(null);
        if (interchange == null) {
            return new Taken(pending(id), false);
        }
        progress.interchange(interchange.receivedAt());
        SyntaxReport report = new SyntaxReport(senders::counterparty);
        InterchangeResult result = readBytes(interchange, report);
        CrashPoint.reach("mapping");
        LOG.info("Read {} messages of {} with {} errors", report.rows().size(), result.format(), report.errors());
        Straight process = straightAllowed ? process(report) : null;
        SplitResult split = process == null
                ? inbox.split(id, report.facts(result), report.rows())
                : inbox.splitStraight(id, report.facts(result), report.rows().getFirst(), dealKey(report));
        answer.answer(split, interchange, result, report);
        if (split instanceof SplitResult.Straight only && process != null) {
            CrashPoint.reach("split");
            apply(process, only.message());
            return new Taken(List.of(), true);
        }
        return new Taken(split instanceof SplitResult.Split done ? pending(done, report) : List.of(), false);
    }

    private void apply(Straight process, Message message) {
        try {
            verdicts.applyStraight(message, process::apply);
        } catch (RuntimeException failure) {
            throw new NotStraight(failure);
        }
    }

    private @Nullable Straight process(SyntaxReport report) {
        BusinessDocument only = report.rows().size() == 1 ? report.rows().getFirst().document() : null;
        return only == null ? null : straight.get(only.type());
    }

    private static String dealKey(SyntaxReport report) {
        return BusinessKeys.dealKey(Objects.requireNonNull(report.rows().getFirst().document()));
    }

    private static List<PendingMessage> pending(SplitResult.Split split, SyntaxReport report) {
        return split.open() == 0 ? List.of() : report.rows().stream()
                .filter(row -> row.status() == MessageStatus.RECEIVED)
                .map(row -> new PendingMessage(row.id().toString(), BusinessKeys.group(split.organisation(), row.id(), row.document())))
                .toList();
    }

    private InterchangeResult readBytes(Interchange interchange, SyntaxReport report) {
        try (InputStream bytes = payloads.open(interchange.payload())) {
            return translator.read(bytes, ReadOptions.defaults(), report::add);
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
