package io.tradelane.trading.schedule;

import io.tradelane.trading.document.DeliveryScheduleDocument;
import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The days that a release speaks of: those it names, and those of its deliveries. */
record Horizon(LocalDate issued, LocalDate first, LocalDate last) {

    static Horizon of(DeliveryScheduleDocument document, List<Demand> demands) {
        List<Planned> deliveries = demands.stream().flatMap(demand -> demand.deliveries().stream()).toList();
        LocalDate start = document.horizonStart() == null && (deliveries.isEmpty() || document.kind() == Kind.FORECAST) ? document.issueDate() : document.horizonStart();
        LocalDate first = Stream.concat(Stream.ofNullable(start), deliveries.stream().map(Planned::first)).min(Comparator.naturalOrder()).orElseThrow();
        LocalDate last = Stream.concat(Stream.of(Objects.requireNonNullElse(document.horizonEnd(), first)), deliveries.stream().map(Planned::last))
                .max(Comparator.naturalOrder()).orElseThrow();
        return new Horizon(document.issueDate(), first, last);
    }

    /** Whether a later release stands: of its kind, calls only of the same days; or a forecast that begins when the days of this call are over. */
    boolean isBehind(Kind kind, Release release, ScheduleRow standing) {
        if (kind == standing.kind()) {
            return (kind == Kind.FORECAST || standing.overlaps(first, last)) && release.isOlderThan(standing.count());
        }
        return kind == Kind.JUST_IN_TIME && issued.isBefore(standing.issuedOn()) && last.isBefore(standing.firstDay());
    }

    /** What counts no more: forecasts, once there is a new one, and calls whose days are over. */
    List<ScheduleRow> superseded(Kind kind, List<ScheduleRow> related) {
        return related.stream()
                .filter(standing -> standing.kind() == Kind.FORECAST ? kind == Kind.FORECAST : standing.lastDay().isBefore(first))
                .toList();
    }
}
