package io.tradelane.portal.catalogue;

import io.tradelane.trading.catalogue.PriceHistory.Stretch;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A price over time as a line of steps, in a field of {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param currency the one with the most stretches
 * @param points of an SVG polyline
 * @param today where today is, from the left
 */
record PriceChart(String currency, String points, double today, LocalDate first, LocalDate last, BigDecimal least, BigDecimal most) {
    static final int WIDTH = 600;
    static final int HEIGHT = 120;
    private static final int EDGE = 6;
    /** So long after the last change the line goes on. */
    private static final int AHEAD = 30;

    /** @return null when there is nothing to compare */
    static @Nullable PriceChart of(List<Stretch> history, LocalDate today) {
        Map<String, List<Stretch>> byCurrency = history.stream().collect(Collectors.groupingBy(Stretch::currency));
        List<Stretch> stretches = byCurrency.values().stream().max(Comparator.comparing((List<Stretch> one) -> one.size()).thenComparing(one -> one.getFirst().currency())).orElse(List.of());
        if (stretches.size() < 2) {
            return null;
        }
        LocalDate first = stretches.getFirst().from();
        LocalDate last = stretches.getLast().from().isAfter(today) ? stretches.getLast().from().plusDays(AHEAD) : today.plusDays(1);
        BigDecimal least = stretches.stream().map(Stretch::amount).min(Comparator.naturalOrder()).orElseThrow();
        BigDecimal most = stretches.stream().map(Stretch::amount).max(Comparator.naturalOrder()).orElseThrow();
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch one = stretches.get(i);
            LocalDate end = i + 1 < stretches.size() ? stretches.get(i + 1).from() : last;
            double y = y(one.amount(), least, most);
            points.append(String.format(Locale.ROOT, "%.1f,%.1f %.1f,%.1f ", x(one.from(), first, last), y, x(end, first, last), y));
        }
        return new PriceChart(stretches.getFirst().currency(), points.toString().strip(), x(today, first, last), first, last, least, most);
    }

    private static double x(LocalDate day, LocalDate first, LocalDate last) {
        return Math.round(10.0 * WIDTH * (day.toEpochDay() - first.toEpochDay()) / Math.max(1, last.toEpochDay() - first.toEpochDay())) / 10.0;
    }

    private static double y(BigDecimal amount, BigDecimal least, BigDecimal most) {
        double share = most.compareTo(least) == 0 ? 0.5 : amount.subtract(least).divide(most.subtract(least), MathContext.DECIMAL32).doubleValue();
        return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
    }
}
