package io.tradelane.portal.exchange;

import io.tradelane.trading.exchange.Acknowledgement;
import io.tradelane.trading.exchange.DocumentHit;
import io.tradelane.trading.exchange.Interchange;
import io.tradelane.trading.exchange.Interchanges;
import io.tradelane.trading.exchange.Message;
import io.tradelane.trading.exchange.Tracker;
import io.tradelane.trading.incident.Obligation;
import io.tradelane.trading.incident.Obligation.Kind;
import io.tradelane.trading.incident.Radar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A deal from bytes to bank: each document with its hops, what the parties did, and what is waited for, from whom, until when. */
@Component
public class LifeLine {
    private final Tracker tracker;
    private final Interchanges interchanges;
    private final Radar radar;
    private final Timeline timeline;

    LifeLine(Tracker tracker, Interchanges interchanges, Radar radar, Timeline timeline) {
        this.tracker = tracker;
        this.interchanges = interchanges;
        this.radar = radar;
        this.timeline = timeline;
    }

    /**
     * One document.
     *
     * @param interchange in which it travelled; null if only the document is the reader's to see
     * @param message null for what came to no message
     * @param findings how many were found in it
     * @param answers acknowledgements of it
     */
    public record Hop(
            DocumentHit hit, @Nullable Interchange interchange, @Nullable Message message, int findings, List<Acknowledgement> answers) {}

    /** Either a document, or something that a party did. */
    public record Moment(Instant at, @Nullable Hop hop, Timeline.@Nullable Entry entry) {}

    /** A document that a deal needs: the last obligation for it, open or closed. */
    public record Stage(Kind kind, @Nullable Obligation obligation) {}

    public record Life(String key, List<Stage> stages, List<Obligation> open, List<Moment> moments) {
        public boolean isEmpty() {
            return moments.isEmpty() && open.isEmpty();
        }
    }

    public Life of(String key) {
        List<Obligation> owed = radar.ofDeal(key);
        List<Moment> moments = new ArrayList<>();
        tracker.deal(key).forEach(hit -> moments.add(new Moment(hit.at(), hop(hit), null)));
        timeline.of(subjects(owed)).stream().filter(line -> !line.technical()).forEach(line -> moments.add(new Moment(line.entry().at(), null, line)));
        moments.sort(Comparator.comparing(Moment::at));
        return new Life(key, stages(owed), owed.stream().filter(one -> one.closedAt() == null).sorted(Comparator.comparing(Obligation::dueAt)).toList(), moments);
    }

    private Hop hop(DocumentHit hit) {
        Interchange interchange = interchanges.find(hit.interchange()).orElse(null);
        Message message = hit.message() == null ? null : interchanges.message(hit.message()).orElse(null);
        List<Acknowledgement> answers = interchanges.acknowledgements(hit.interchange()).stream()
                .filter(answer -> answer.answered().equals(hit.interchange()))
                .filter(answer -> answer.answeredMessage() == null || answer.answeredMessage().equals(hit.message()))
                .toList();
        String findings = message != null ? message.findings() : interchange == null ? "[]" : interchange.findings();
        return new Hop(hit, interchange, message, Finding.of(findings, java.util.Locale.ENGLISH).size(), answers);
    }

    /** Orders, shipments and invoices are known by what they asked for. */
    private static List<Timeline.Subject> subjects(List<Obligation> owed) {
        Set<Timeline.Subject> subjects = new LinkedHashSet<>();
        for (Obligation one : owed) {
            switch (one.kind()) {
                case ORDER_RESPONSE, DESPATCH_ADVICE, INVOICE -> subjects.add(new Timeline.Subject("PURCHASE_ORDER", one.subject()));
                case RECEIPT_ADVICE -> subjects.add(new Timeline.Subject("SHIPMENT", one.subject()));
                case PAYMENT -> subjects.add(new Timeline.Subject("INVOICE", one.subject()));
                case RECEIPT, SYNTAX, APPLICATION -> { }
            }
            UUID order = one.order();
            if (order != null) {
                subjects.add(new Timeline.Subject("PURCHASE_ORDER", order));
            }
        }
        return List.copyOf(subjects);
    }

    /** What is open counts before what has come, and the later before the earlier. */
    private static List<Stage> stages(List<Obligation> owed) {
        Map<Kind, Obligation> last = new EnumMap<>(Kind.class);
        owed.stream().filter(one -> one.kind().document()).forEach(one -> last.merge(one.kind(), one, (a, b) -> a.closedAt() == null ? a : b));
        return List.of(Kind.ORDER_RESPONSE, Kind.DESPATCH_ADVICE, Kind.RECEIPT_ADVICE, Kind.INVOICE, Kind.PAYMENT).stream()
                .map(kind -> new Stage(kind, last.get(kind))).toList();
    }
}
