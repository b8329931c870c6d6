package io.tradelane.trading.schedule;

import io.tradelane.trading.document.DeliveryScheduleDocument.Commitment;
import io.tradelane.trading.document.DeliveryScheduleDocument.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What counts of one demand after all releases that spoke of it. A forecast takes the place of the one before it, and of the calls
 * whose days are over when it begins; a call takes the place of what was planned on its days, and leaves what is beyond.
 *
 * @param deliveredBefore what was despatched before and is not in it; {@code null} when nothing is known of that
 */
record Plan(List<Planned> deliveries, @Nullable BigDecimal deliveredBefore) {
    private static final Comparator<Planned> BY_DAY = Comparator.comparing(Planned::first)
            .thenComparing(Planned::at, Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(Planned::last);

    /** What one release says of the demand. */
    record Step(UUID schedule, Kind kind, LocalDate first, LocalDate last, @Nullable BigDecimal deliveredBefore, List<Planned> deliveries) {

        private Step with(Stream<Planned> others) {
            return new Step(schedule, kind, first, last, deliveredBefore, others.toList());
        }

        private Step from(LocalDate day) {
            return with(deliveries.stream().filter(delivery -> !delivery.last().isBefore(day)));
        }

        private Step outside(Step call) {
            return with(deliveries.stream().flatMap(delivery -> delivery.outside(call.first, call.last, call.deliveries).stream()));
        }
    }

    /** @param steps in the order in which they came */
    static Plan of(List<Step> steps) {
        Step forecast = null;
        List<Step> calls = new ArrayList<>();
        for (Step step : steps) {
            boolean over = forecast == null || step.kind() == Kind.FORECAST;
            if (over) {
                calls.removeIf(call -> call.last().isBefore(step.first()));
            }
            if (step.kind() == Kind.FORECAST) {
                forecast = step;
                calls.replaceAll(call -> call.from(step.first()));
            } else {
                calls.replaceAll(call -> call.outside(step));
                calls.add(step);
            }
        }
        BigDecimal before = forecast != null ? forecast.deliveredBefore() : calls.isEmpty() ? null : calls.getLast().deliveredBefore();
        Step planned = forecast;
        for (Step call : calls) {
            planned = planned == null ? null : planned.outside(call);
        }
        Stream<Planned> forecasts = planned == null ? Stream.empty() : planned.deliveries().stream();
        return new Plan(Stream.concat(forecasts, calls.stream().flatMap(call -> call.deliveries().stream())).sorted(BY_DAY).toList(), before);
    }

    BigDecimal total() {
        return deliveries.stream().map(Planned::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal firm() {
        return deliveries.stream().filter(delivery -> delivery.commitment() == Commitment.FIRM).map(Planned::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As it was asked for, whatever became of it. */
    List<Outstanding> said() {
        return deliveries.stream().map(delivery -> Outstanding.of(delivery, null)).toList();
    }

    /**
     * What of each firm delivery is still to be despatched: what went out since counts for the earliest.
     *
     * @param shipped in all until now; {@code null}: nothing is known of it, and all is open
     */
    List<Outstanding> outstanding(@Nullable BigDecimal shipped) {
        BigDecimal left = shipped == null || deliveredBefore == null ? BigDecimal.ZERO : shipped.subtract(deliveredBefore).max(BigDecimal.ZERO);
        List<Outstanding> all = new ArrayList<>(deliveries.size());
        for (Planned delivery : deliveries) {
            BigDecimal open = BigDecimal.ZERO;
            if (delivery.commitment() == Commitment.FIRM) {
                BigDecimal covered = left.min(delivery.quantity());
                left = left.subtract(covered);
                open = delivery.quantity().subtract(covered);
            }
            all.add(Outstanding.of(delivery, open));
        }
        return all;
    }
}
