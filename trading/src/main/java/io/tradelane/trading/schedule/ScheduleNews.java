package io.tradelane.trading.schedule;

import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import io.tradelane.trading.document.DeliveryScheduleDocument.Line;
import io.tradelane.trading.document.DocumentType;
import io.tradelane.trading.exchange.Entry;
import io.tradelane.trading.exchange.Journal;
import io.tradelane.trading.exchange.OutboundDocument;
import io.tradelane.trading.exchange.Outbox;
import io.tradelane.trading.incident.Cause;
import io.tradelane.trading.incident.Incidents;
import io.tradelane.trading.incident.NewIncident;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.partner.Agreements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What becomes known of a release: its timeline, the articles that nobody knows, and the supplier's own copy. */
@Component
class ScheduleNews {
    /** Enough to begin with; the page shows them all. */
    private static final int NAMED = 10;
    private final Journal journal;
    private final Incidents incidents;
    private final Agreements agreements;
    private final Outbox outbox;

    ScheduleNews(Journal journal, Incidents incidents, Agreements agreements, Outbox outbox) {
        this.journal = journal;
        this.incidents = incidents;
        this.agreements = agreements;
        this.outbox = outbox;
    }

    /** @param resolutions of the document's lines, in their order */
    void tell(
            ScheduleRow schedule, List<ScheduleRow> superseded, List<LineRow> lines, DeliveryScheduleDocument document, List<Resolution> resolutions,
            MessageContext context) {
        Set<UUID> parties = Set.of(schedule.buyerOrgId(), schedule.supplierOrgId());
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(DeliverySchedules.ENTITY, schedule.id(), null, schedule.kind() == Kind.FORECAST ? "RELEASED" : "CALLED", "CURRENT",
                context.interchange(), context.message(), parties, Map.of("number", schedule.number(), "release", schedule.release(),
                        "lines", String.valueOf(lines.size()), "deviations", String.valueOf(schedule.deviationCount()),
                        "unknownArticles", String.valueOf(schedule.unknownArticles()))));
        superseded.forEach(old -> entries.add(new Entry(DeliverySchedules.ENTITY, old.id(), "CURRENT", "SUPERSEDED", "SUPERSEDED",
                context.interchange(), context.message(), parties, Map.of("release", schedule.release()))));
        journal.record(entries);
        unknown(schedule, lines, context);
        forward(schedule, document, resolutions, context);
    }

    /** The supplier keeps the catalogue. */
    private void unknown(ScheduleRow schedule, List<LineRow> lines, MessageContext context) {
        if (schedule.unknownArticles() > 0) {
            String named = lines.stream().map(LineRow::demand).filter(demand -> demand.article() == null).limit(NAMED)
                    .map(demand -> demand.number() == null ? "–" : demand.number()).collect(Collectors.joining(", "));
            incidents.raise(new NewIncident(Cause.SCHEDULE_ARTICLE_UNKNOWN, schedule.supplierOrgId(), context.interchange(), context.message(),
                    Map.of("subject", schedule.id().toString(), "number", schedule.number(), "articles", named,
                            "count", String.valueOf(schedule.unknownArticles())), null));
        }
    }

    /** As the buyer sent it, each article known here with the supplier's own number. */
    private void forward(ScheduleRow schedule, DeliveryScheduleDocument said, List<Resolution> resolutions, MessageContext context) {
        if (agreements.outbound(schedule.buyerOrgId(), schedule.supplierOrgId(), DocumentType.DELIVERY_SCHEDULE).isEmpty()) {
            return;
        }
        List<Line> lines = new ArrayList<>(said.lines().size());
        for (int i = 0; i < said.lines().size(); i++) {
            Line line = said.lines().get(i);
            lines.add(new Line(line.lineNumber(), Demand.numbered(line.item(), resolutions.get(i)), line.orderNumber(), line.orderLineNumber(), line.shipTo(),
                    line.cumulativeReceived(), line.cumulativeSince(), line.lastReceipt(), line.deliveries()));
        }
        DeliveryScheduleDocument document = new DeliveryScheduleDocument(said.number(), said.kind(), said.issueDate(), said.release(), said.previousRelease(),
                said.horizonStart(), said.horizonEnd(), said.parties(), said.note(), lines);
        outbox.enqueue(new OutboundDocument(schedule.buyerOrgId(), schedule.supplierOrgId(), document, schedule.number(), context.interchange(),
                context.message(), "schedule:" + schedule.id()));
    }
}
