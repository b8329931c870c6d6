package io.tradelane.portal;

import io.tradelane.trading.document.BusinessDocument;
import io.tradelane.trading.exchange.Inbox;
import io.tradelane.trading.exchange.InterchangeFacts;
import io.tradelane.trading.exchange.MessageRow;
import io.tradelane.trading.exchange.MessageStatus;
import io.tradelane.trading.exchange.Reception;
import io.tradelane.trading.exchange.Verdict;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.partner.Tenancy.Actor;
import io.tradelane.trading.partner.Tenancy.Source;
import io.tradelane.trading.shared.Ids;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what the hub does with a document that comes in: inbox, split, verdict. */
class SampleExchange {
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final AtomicInteger references = new AtomicInteger(1000);

    SampleExchange(Inbox inbox, PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param keys what it can be found by */
    record Sent(UUID interchange, UUID message, ApplyResult result) {}

    /** Takes a document in for {@code from} and lets {@code effect} apply it. */
    Sent send(UUID from, UUID to, String address, String type, BusinessDocument document, List<String> segments, List<String> keys,
            Source source, Function<MessageContext, ApplyResult> effect) {
        String reference = "%09d".formatted(references.incrementAndGet());
        String head = "UNB+UNOC:3+" + address + ":14+TRADELANE:14+261122:0930+" + reference + "'";
        String body = "UNH+1+" + type + ":D:96A:UN:EAN008'" + String.join("", segments) + "UNT+" + (segments.size() + 2) + "+1'";
        String bytes = head + body + "UNZ+1+" + reference + "'";
        UUID message = Ids.next();
        return Tenancy.call(Actor.hub(from, "ERP", source), () -> {
            UUID interchange = receive(from, bytes, type.toLowerCase(java.util.Locale.ROOT) + ".edi");
            inbox.split(interchange, facts(address, reference, false, "[]"), List.of(new MessageRow(
                    message, 0, "1", type, "D96A", "EAN008", document, keys, to, MessageStatus.RECEIVED, "[]", head.length(), head.length() + body.length())));
            ApplyResult result = transaction.execute(status -> {
                inbox.claimMessage(message);
                ApplyResult applied = effect.apply(new MessageContext(interchange, message, from));
                switch (applied) {
                    case ApplyResult.Applied ok -> inbox.applied(message, Verdict.of("verdict.applied"));
                    case ApplyResult.NoEffect none -> inbox.noEffect(message, new Verdict("verdict.no-effect", Map.of("reason", none.reason())));
                    case ApplyResult.Held held -> inbox.held(message, new Verdict("verdict.held", Map.of("reason", held.reason().name(), "detail", held.detail())));
                    case ApplyResult.Rejected rejected -> inbox.rejected(message, new Verdict("verdict.rejected", Map.of("errors", "-")));
                }
                return applied;
            });
            return new Sent(interchange, message, result);
        });
    }

    /** Bytes that nobody could make sense of, with what was found. */
    UUID wrong(@Nullable UUID from, String address, String reference, String bytes, String findings, boolean rejected) {
        return Tenancy.call(Actor.hub(), () -> {
            UUID interchange = receive(from, bytes, "wrong.edi");
            int start = bytes.indexOf("UNH");
            List<MessageRow> messages = rejected || start < 0 ? List.of() : List.of(new MessageRow(Ids.next(), 0, "1", "ORDERS", "D96A", null, null,
                    List.of("PO-BROKEN-1"), null, MessageStatus.REJECTED, findings, start, bytes.indexOf("UNZ")));
            inbox.split(interchange, facts(address, reference, rejected, rejected ? findings : "[]"), messages);
            inbox.settleFinished(java.time.Duration.ZERO);
            return interchange;
        });
    }

    private UUID receive(@Nullable UUID from, String bytes, String file) {
        try {
            return inbox.receive(new Reception(from, null, "folder", Ids.next().toString(), "application/EDIFACT", file, Map.of()),
                    new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1))).interchange();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InterchangeFacts facts(String address, String reference, boolean rejected, String findings) {
        return new InterchangeFacts("EDIFACT", "UNOC:3", address, "14", "TRADELANE", "14", reference, true, true, rejected, findings);
    }
}
