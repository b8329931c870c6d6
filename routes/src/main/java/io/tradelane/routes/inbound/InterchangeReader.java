package io.tradelane.routes.inbound;

import io.tradelane.mappings.InterchangeResult;
import io.tradelane.mappings.ReadOptions;
import io.tradelane.mappings.Translator;
import io.tradelane.trading.exchange.CrashPoint;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.InterchangeStatus;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Payloads;
import io.tradelane.trading.exchange.SplitResult;
import io.tradelane.trading.partner.Tenancy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the bytes of one interchange and stores what is in them; repeating it finds the work done. */
@Component
public class InterchangeReader {
    private final Inbox inbox;
    private final Interchanges interchanges;
    private final Payloads payloads;
    private final Translator translator;
    private final Senders senders;
    private final InterchangeAnswer answer;
    private final TransactionTemplate transaction;

    InterchangeReader(
            Inbox inbox,
            Interchanges interchanges,
            Payloads payloads,
            Translator translator,
            Senders senders,
            InterchangeAnswer answer,
            TransactionTemplate transaction) {
        this.inbox = inbox;
        this.interchanges = interchanges;
        this.payloads = payloads;
        this.translator = translator;
        this.senders = senders;
        this.answer = answer;
        this.transaction = transaction;
    }

    /** @return the messages of the interchange that wait, in their order */
    public List<PendingMessage> read(String id) {
        UUID interchange = UUID.fromString(id);
        try (var ignored = MDC.putCloseable("interchange", id)) {
            return Tenancy.call(Tenancy.Actor.hub(), () -> {
                transaction.executeWithoutResult(status -> inbox.claim(interchange).ifPresent(this::split));
                CrashPoint.reach("split");
                return pending(interchange);
            });
        }
    }

    private void split(Interchange interchange) {
        SyntaxReport report = new SyntaxReport(senders::counterparty);
        InterchangeResult result = readBytes(interchange, report);
        CrashPoint.reach("mapping");
        SplitResult split = inbox.split(interchange.id(), report.facts(result), report.rows());
        answer.answer(split, interchange, result, report);
    }

    private InterchangeResult readBytes(Interchange interchange, SyntaxReport report) {
        try (InputStream bytes = payloads.open(interchange.payload())) {
            return translator.read(bytes, ReadOptions.defaults(), report::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<PendingMessage> pending(UUID interchange) {
        boolean processing = interchanges.find(interchange).map(found -> found.status() == InterchangeStatus.PROCESSING).orElse(false);
        List<PendingMessage> pending = new ArrayList<>();
        int after = -1;
        while (processing) {
            var open = inbox.open(interchange, after, 1000);
            if (open.isEmpty()) {
                break;
            }
            open.forEach(message -> pending.add(new PendingMessage(message.id().toString(), BusinessKeys.group(message))));
            after = open.getLast().index();
        }
        return pending;
    }
}
