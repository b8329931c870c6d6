package io.tradelane.trading.schedule;

import io.tradelane.trading.catalogue.Articles;
import io.tradelane.trading.catalogue.Resolution;
import io.tradelane.trading.document.ApplicationAcknowledgementDocument.ApplicationError;
import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Line;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.ContentHash;
import io.tradelane.trading.order.HoldReason;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.Parties;
import io.tradelane.trading.order.Refusal;
import io.tradelane.trading.partner.Tenancy;
import io.tradelane.trading.shared.Ids;
import io.tradelane.trading.schedule.SupplyRepository.Wanted;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The command behind {@link DeliverySchedules#apply}. */
@Component
class ApplySchedule {
    private static final int LONGEST = 70;
    private final Articles articles;
    private final ScheduleRepository schedules;
    private final SupplyRepository supplies;
    private final ScheduleNews news;
    private final Clock clock;

    ApplySchedule(Articles articles, ScheduleRepository schedules, SupplyRepository supplies, ScheduleNews news, Clock clock) {
        this.articles = articles;
        this.schedules = schedules;
        this.supplies = supplies;
        this.news = news;
        this.clock = clock;
    }

    ApplyResult apply(DeliveryScheduleDocument document, Parties parties, MessageContext context) {
        List<ApplicationError> refusals = refusals(document, parties, context);
        if (!refusals.isEmpty()) {
            return new ApplyResult.Rejected(refusals);
        }
        Release release = new Release(document.release() == null ? document.number() : document.release(), document.number(), document.issueDate());
        schedules.lock(parties);
        byte[] hash = ContentHash.of(document);
        Optional<ScheduleRow> known = schedules.find(parties, document.kind(), release);
        if (known.isPresent()) {
            return ContentHash.same(known.get().contentHash(), hash) ? new ApplyResult.NoEffect("the schedule stands already", known.get().id())
                    : new ApplyResult.Held(HoldReason.CONTENT_CONFLICT, "release " + release.count() + " came before with other content");
        }
        List<Resolution> resolutions = articles.resolve(parties.buyer(), parties.supplier(), document.lines().stream().map(Line::item).toList(), "", document.issueDate());
        List<Demand> demands = Demand.of(document, resolutions);
        List<Standing> standing = schedules.standing(parties);
        List<@Nullable UUID> found = Standing.match(demands, standing);
        Horizon horizon = Horizon.of(document, demands);
        List<ScheduleRow> related = related(document, found, standing, schedules.current(parties));
        ApplyResult early = tooLateOrTooEarly(document, release, horizon, parties, related);
        if (early != null) {
            return early;
        }
        List<LineRow> lines = lines(parties, demands, found);
        ScheduleRow row = row(document, parties, release, horizon, lines, hash, context);
        List<ScheduleRow> superseded = horizon.superseded(document.kind(), related);
        schedules.insert(row, lines);
        schedules.supersede(superseded.stream().map(ScheduleRow::id).toList(), row.id());
        news.tell(row, superseded, lines, document, resolutions, context);
        return new ApplyResult.Applied(row.id());
    }

    private static List<ApplicationError> refusals(DeliveryScheduleDocument document, Parties parties, MessageContext context) {
        List<ApplicationError> errors = new ArrayList<>();
        if (document.lines().isEmpty()) {
            errors.add(Refusal.NO_LINES.error());
        }
        if (!context.speaksFor(parties.buyer())) {
            errors.add(Refusal.WRONG_SENDER.error("buyer"));
        }
        if (parties.buyer().equals(parties.supplier())) {
            errors.add(Refusal.SAME_PARTY.error());
        }
        if (document.number().length() > LONGEST) {
            errors.add(Refusal.NUMBER_TOO_LONG.error());
        }
        return errors;
    }

    /** Those that speak of the same demands, and the one that the document names as the one before it. */
    private static List<ScheduleRow> related(
            DeliveryScheduleDocument document, List<@Nullable UUID> found, List<Standing> standing, List<ScheduleRow> current) {
        Set<UUID> demands = new HashSet<>(found);
        Set<UUID> speaking = standing.stream().filter(line -> demands.contains(line.demand())).map(Standing::schedule).collect(Collectors.toSet());
        String previous = document.previousRelease();
        return current.stream()
                .filter(schedule -> speaking.contains(schedule.id())
                        || previous != null && schedule.kind() == document.kind() && schedule.isCalled(previous))
                .toList();
    }

    private @Nullable ApplyResult tooLateOrTooEarly(
            DeliveryScheduleDocument document, Release release, Horizon horizon, Parties parties, List<ScheduleRow> related) {
        Optional<ScheduleRow> later = related.stream().filter(standing -> horizon.isBehind(document.kind(), release, standing)).findFirst();
        if (later.isPresent()) {
            return new ApplyResult.NoEffect("a later release came before", later.get().id());
        }
        String previous = document.previousRelease();
        boolean others = related.stream().anyMatch(schedule -> schedule.kind() == document.kind());
        if (previous == null || !others || release.count().equals(previous) || release.number().equals(previous) || schedules.came(parties, previous)) {
            return null;
        }
        return new ApplyResult.Held(HoldReason.PREDECESSOR_MISSING, previous);
    }

    /** What went to several places on one order cannot be told apart: of each nothing is known. */
    private List<LineRow> lines(Parties parties, List<Demand> demands, List<@Nullable UUID> found) {
        Map<Integer, Supply> known = supplies.of(parties, demands.stream().map(demand -> new Wanted(
                demand.orderNumber(), demand.orderLineNumber(), demand.article(), demand.item(), demand.unit(), demand.cumulativeSince())).toList());
        Map<Object, Long> places = demands.stream().collect(Collectors.groupingBy(Demand::goods, Collectors.counting()));
        List<LineRow> lines = new ArrayList<>(demands.size());
        for (int i = 0; i < demands.size(); i++) {
            UUID demand = found.get(i);
            boolean apart = places.getOrDefault(demands.get(i).goods(), 0L) == 1;
            lines.add(LineRow.of(Ids.next(), demand == null ? Ids.next() : demand, demands.get(i), apart ? known.get(i) : null));
        }
        return lines;
    }

    private ScheduleRow row(
            DeliveryScheduleDocument document, Parties parties, Release release, Horizon horizon, List<LineRow> lines, byte[] hash, MessageContext context) {
        return new ScheduleRow(Ids.next(), parties.buyer(), parties.supplier(), document.kind(), document.number(), release.count(), document.previousRelease(),
                document.issueDate(), horizon.first(), horizon.last(), document.note(), lines.size(), (int) lines.stream().filter(LineRow::deviates).count(),
                (int) lines.stream().filter(line -> line.demand().article() == null).count(), hash, null, Tenancy.current().source().name(),
                context.interchange(), context.message(), OffsetDateTime.now(clock));
    }
}
