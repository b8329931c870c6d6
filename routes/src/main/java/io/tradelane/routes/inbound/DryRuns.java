package io.tradelane.routes.inbound;

import io.tradelane.mappings.InterchangeResult;
import io.tradelane.mappings.Translator;
import io.tradelane.routes.failure.FailurePolicy;
import io.tradelane.trading.exchange.Again;
import io.tradelane.trading.exchange.Consequences;
import io.tradelane.trading.exchange.Consequences.Consequence;
import io.tradelane.trading.exchange.Consequences.Kind;
import io.tradelane.trading.exchange.DryRun;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.MessageRow;
import io.tradelane.trading.exchange.MessageStatus;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.exchange.OutboxItem;
import io.tradelane.trading.exchange.OutboxStatus;
import io.tradelane.trading.exchange.Payloads;
import io.tradelane.trading.exchange.SplitResult;
import io.tradelane.trading.incident.ReplayWork;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a document would bring about if it were processed or written now: it is, by the same processes, in a transaction that is
 * rolled back when its consequences are counted. Nothing is announced and nothing leaves before a commit, so nothing does.
 */
@Component
class DryRuns implements ReplayWork.Trial {
    static final String GIVEN_UP = "direct:noteTrialFailure";
    private static final Logger LOG = LoggerFactory.getLogger(DryRuns.class);
    private final Inbox inbox;
    private final Outbox outbox;
    private final Outbox.Renderer renderer;
    private final Interchanges interchanges;
    private final Payloads payloads;
    private final Translator translator;
    private final SenderOptions options;
    private final Senders senders;
    private final InterchangeAnswer answer;
    private final Consequences consequences;
    private final ProducerTemplate producer;
    private final TransactionTemplate transaction;

    DryRuns(
            Inbox inbox, Outbox outbox, @Lazy Outbox.Renderer renderer, Interchanges interchanges, Payloads payloads, Translator translator,
            SenderOptions options, Senders senders, InterchangeAnswer answer, Consequences consequences, @Lazy ProducerTemplate producer,
            TransactionTemplate transaction) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.renderer = renderer;
        this.interchanges = interchanges;
        this.payloads = payloads;
        this.translator = translator;
        this.options = options;
        this.senders = senders;
        this.answer = answer;
        this.consequences = consequences;
        this.producer = producer;
        this.transaction = transaction;
    }

    @Override
    public List<Consequence> read(UUID original, Again again) {
        return undone(() -> {
            UUID repeat = inbox.readAgain(original, again);
            Interchange interchange = inbox.claim(repeat).orElseThrow();
            SyntaxReport report = new SyntaxReport(senders::counterparty);
            InterchangeResult result = readBytes(interchange, report);
            List<MessageRow> rows = again.chosen(report.rows());
            SplitResult split = inbox.split(repeat, report.facts(result), rows);
            answer.repeated(split, interchange, rows, report);
            if (split instanceof SplitResult.Split) {
                rows.stream().filter(row -> row.status() == MessageStatus.RECEIVED).forEach(row -> apply(row.id()));
            }
            return consequences.of(repeat);
        });
    }

    @Override
    public List<Consequence> write(OutboxItem said) {
        return undone(() -> {
            UUID anew = outbox.anew(said, "trial:" + said.id());
            OutboxItem item = outbox.find(anew).orElseThrow();
            if (item.status() == OutboxStatus.PORTAL) {
                return List.of(new Consequence(Kind.SHOWN, said.type().name(), 1));
            }
            outbox.render(anew, renderer);
            return List.of(new Consequence(Kind.SENT, said.type().name(), 1));
        });
    }

    private void apply(UUID message) {
        Exchange exchange = producer.send("direct:processTrial", trial -> {
            trial.getMessage().setBody(message.toString());
            trial.setProperty(FailurePolicy.GIVE_UP, GIVEN_UP);
            trial.setProperty(FailurePolicy.SUBJECT, message.toString());
        });
        Throwable failure = exchange.getException() != null ? exchange.getException() : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (failure != null) {
            throw new Failed(failure);
        }
    }

    private List<Consequence> undone(Supplier<List<Consequence>> work) {
        try {
            return Objects.requireNonNull(DryRun.call(() -> transaction.execute(status -> {
                status.setRollbackOnly();
                return work.get();
            })));
        } catch (RuntimeException failure) {
            Throwable cause = failure instanceof Failed ? Objects.requireNonNull(failure.getCause()) : failure;
            LOG.info("A trial failed: {}", cause.toString());
            return List.of(new Consequence(Kind.FAILED, cause.toString(), 1));
        }
    }

    private InterchangeResult readBytes(Interchange interchange, SyntaxReport report) {
        try (InputStream bytes = payloads.open(interchange.payload())) {
            return translator.read(bytes, options.of(interchange), report::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Failed extends RuntimeException {
        Failed(Throwable cause) {
            super(cause);
        }
    }
}
