package io.tradelane.routes.inbound;

import io.tradelane.mappings.InterchangeResult;
import io.tradelane.mappings.Translator;
import io.tradelane.routes.inbound.Straight.Effects;
import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.exchange.StraightThrough;
import io.tradelane.trading.exchange.StraightThrough.Accepted;
import io.tradelane.trading.exchange.StraightThrough.Claimed;
import io.tradelane.trading.exchange.StraightThrough.Done;
import io.tradelane.trading.exchange.StraightThrough.Single;
import io.tradelane.trading.exchange.Verdict;
import io.tradelane.trading.partner.CrossReferences;
import io.tradelane.trading.partner.Tenancy;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what waits, and applies at once what is usual: one message of one kind that goes straight, with nothing wrong and nothing
 * unusual about it. However many these are, it is one transaction and a few statements. The rest is for {@link InterchangeReader}.
 */
@Component
public class StraightReader {
    private static final Logger LOG = LoggerFactory.getLogger(StraightReader.class);

    private final Waiting waiting;
    private final StraightThrough inbox;
    private final Translator translator;
    private final SenderOptions options;
    private final Senders senders;
    private final InterchangeAnswer answer;
    private final CrossReferences crossReferences;
    private final Progress progress;
    private final TransactionTemplate transaction;
    private final Map<DocumentType, Straight> straight;

    StraightReader(
            Waiting waiting,
            StraightThrough inbox,
            Translator translator,
            SenderOptions options,
            Senders senders,
            InterchangeAnswer answer,
            CrossReferences crossReferences,
            Progress progress,
            TransactionTemplate transaction,
            List<Straight> straight) {
        this.waiting = waiting;
        this.inbox = inbox;
        this.translator = translator;
        this.options = options;
        this.senders = senders;
        this.answer = answer;
        this.crossReferences = crossReferences;
        this.progress = progress;
        this.transaction = transaction;
        this.straight = straight.stream().collect(Collectors.toMap(Straight::type, Function.identity()));
    }

    /** What the reader said about an interchange of one message. */
    private record Read(InterchangeResult result, SyntaxReport report, Single single) {}

    /** Takes a batch of what waits. @return those that go the long way; {@code null} when nothing waits */
    public @Nullable List<String> takeBatch() {
        List<UUID> batch = waiting.take();
        if (batch.isEmpty()) {
            return null;
        }
        Set<UUID> applied = Tenancy.call(Tenancy.Actor.hub(), () -> apply(batch));
        if (!applied.isEmpty()) {
            CrashPoint.reach("applied");
        }
        return batch.stream().filter(id -> !applied.contains(id)).map(UUID::toString).toList();
    }

    /** One that fails must not keep the others back: then each tries alone. */
    private Set<UUID> apply(List<UUID> batch) {
        try {
            return transaction.execute(status -> read(batch));
        } catch (CannotCreateTransactionException noDatabase) {
            return Set.of();
        } catch (RuntimeException failure) {
            LOG.info("{} interchanges could not be applied at once: {}", batch.size(), failure.toString());
            return batch.size() == 1 ? Set.of()
                    : batch.stream().flatMap(id -> apply(List.of(id)).stream()).collect(Collectors.toSet());
        }
    }

    private Set<UUID> read(List<UUID> batch) {
        Map<UUID, Read> reads = new HashMap<>();
        List<Single> singles = new ArrayList<>();
        for (Claimed claimed : inbox.claim(batch)) {
            progress.interchange(claimed.interchange().receivedAt());
            Read read = read(claimed);
            if (read != null) {
                reads.put(read.single().row().id(), read);
                singles.add(read.single());
            }
        }
        CrashPoint.reach("mapping");
        List<Accepted> accepted = inbox.accept(singles);
        return accepted.isEmpty() ? Set.of() : effect(accepted, reads);
    }

    private Set<UUID> effect(List<Accepted> accepted, Map<UUID, Read> reads) {
        List<Effects> effects = accepted.stream()
                .flatMap(one -> inOurCodes(one.message()).stream())
                .collect(Collectors.groupingBy(message -> Objects.requireNonNull(message.documentType())))
                .entrySet().stream()
                .map(kind -> Objects.requireNonNull(straight.get(kind.getKey())).prepare(kind.getValue()))
                .toList();
        Set<UUID> ready = effects.stream().flatMap(each -> each.messages().stream()).collect(Collectors.toSet());
        List<Done> done = accepted.stream()
                .filter(one -> ready.contains(one.message().id()))
                .map(one -> new Done(one, senders.actor(one.message())))
                .toList();
        if (done.isEmpty()) {
            return Set.of();
        }
        inbox.applied(done, Verdict.of("verdict.applied"));
        CrashPoint.reach("split");
        answer.accepted(done.stream().map(one -> reads.get(one.accepted().message().id()))
                .map(read -> new InterchangeAnswer.Read(read.single().interchange(), read.result(), read.report())).toList());
        effects.forEach(each -> each.write(ready));
        CrashPoint.reach("applying");
        Set<UUID> interchanges = new HashSet<>();
        for (Done one : done) {
            log(one.accepted().message());
            interchanges.add(one.accepted().message().interchange());
        }
        return interchanges;
    }

    /** @return empty: a code in it waits until somebody says what it means */
    private Optional<Message> inOurCodes(Message message) {
        var translated = crossReferences.inbound(Objects.requireNonNull(message.document()), Objects.requireNonNull(message.organisation()));
        return translated.missing().isEmpty() ? Optional.of(message.with(translated.document())) : Optional.empty();
    }

    /** @return null: it is not usual */
    private @Nullable Read read(Claimed claimed) {
        UUID organisation = claimed.interchange().organisation();
        if (organisation != null && senders.isTwin(organisation)) {
            return null;
        }
        SyntaxReport report = new SyntaxReport(senders::counterparty);
        InterchangeResult result;
        try {
            result = translator.read(new ByteArrayInputStream(claimed.bytes()), options.of(claimed.interchange()), report::add);
        } catch (Exception failure) {
            return null;
        }
        BusinessDocument only = report.rows().size() == 1 ? report.rows().getFirst().document() : null;
        if (only == null || report.errors() > 0 || result.rejected() || !straight.containsKey(only.type())) {
            return null;
        }
        Single single = new Single(claimed.interchange(), report.facts(result), report.rows().getFirst(), BusinessKeys.dealKey(only));
        return new Read(result, report, single);
    }

    private static void log(Message message) {
        try (var ignored = MDC.putCloseable("interchange", message.interchange().toString())) {
            LOG.info("Read and applied {} {}", message.type(), message.documentNumber());
        }
    }
}
