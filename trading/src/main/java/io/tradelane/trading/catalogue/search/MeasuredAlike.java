package io.tradelane.trading.catalogue.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same measure in the units in which else it may be written: {@code 1500w} is {@code 1.5kw}, {@code 2.5cm} is {@code 25mm}. */
final class MeasuredAlike {
    private static final int MOST_DECIMALS = 3;
    private static final Pattern MEASURE = Pattern.compile("(\\d+(?:\\.\\d+)?)([a-z]+)");
    /** By dimension, how much of its base each unit is. */
    private static final List<Map<String, BigDecimal>> DIMENSIONS = List.of(
            of("mm", "0.001", "cm", "0.01", "m", "1", "in", "0.0254"), of("g", "0.001", "kg", "1"), of("w", "1", "kw", "1000"), of("v", "1", "kv", "1000"),
            of("bar", "0.1", "mpa", "1"), of("ml", "0.001", "l", "1"), of("mah", "0.001", "ah", "1"));

    private MeasuredAlike() {}

    private static Map<String, BigDecimal> of(String... units) {
        Map<String, BigDecimal> factors = new java.util.HashMap<>();
        for (int i = 0; i < units.length; i += 2) {
            factors.put(units[i], new BigDecimal(units[i + 1]));
        }
        return factors;
    }

    /** As it is written first. */
    static List<String> of(String measure) {
        List<String> alike = new ArrayList<>(List.of(measure));
        Matcher matcher = MEASURE.matcher(measure);
        if (matcher.matches()) {
            BigDecimal value = new BigDecimal(matcher.group(1));
            String unit = matcher.group(2);
            DIMENSIONS.stream().filter(units -> units.containsKey(unit)).forEach(units -> units.forEach((other, factor) -> {
                BigDecimal converted = value.multiply(units.get(unit)).divide(factor, MathContext.DECIMAL64).stripTrailingZeros();
                if (!other.equals(unit) && converted.scale() <= MOST_DECIMALS) {
                    alike.add(converted.toPlainString() + other);
                }
            }));
        }
        return alike;
    }
}
