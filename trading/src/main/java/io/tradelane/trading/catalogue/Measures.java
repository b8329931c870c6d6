package io.tradelane.trading.catalogue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people write them, with or without a unit, in the unit of an attribute (UN/ECE Recommendation 20). */
public final class Measures {
    private record Unit(String dimension, BigDecimal factor) {}

    private static Unit unit(String dimension, String factor) {
        return new Unit(dimension, new BigDecimal(factor));
    }

    private static final Map<String, Unit> UNITS = Map.ofEntries(
            Map.entry("MMT", unit("length", "0.001")), Map.entry("CMT", unit("length", "0.01")), Map.entry("MTR", unit("length", "1")),
            Map.entry("INH", unit("length", "0.0254")), Map.entry("FOT", unit("length", "0.3048")), Map.entry("GRM", unit("mass", "0.001")),
            Map.entry("KGM", unit("mass", "1")), Map.entry("LBR", unit("mass", "0.45359237")), Map.entry("ONZ", unit("mass", "0.028349523125")),
            Map.entry("WTT", unit("power", "1")), Map.entry("KWT", unit("power", "1000")), Map.entry("VLT", unit("voltage", "1")),
            Map.entry("BAR", unit("pressure", "100000")), Map.entry("MPA", unit("pressure", "1000000")), Map.entry("LTR", unit("volume", "1")),
            Map.entry("MLT", unit("volume", "0.001")));
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("mm", "MMT"), Map.entry("cm", "CMT"), Map.entry("m", "MTR"), Map.entry("in", "INH"), Map.entry("inch", "INH"), Map.entry("\"", "INH"),
            Map.entry("ft", "FOT"), Map.entry("g", "GRM"), Map.entry("kg", "KGM"), Map.entry("lb", "LBR"), Map.entry("oz", "ONZ"), Map.entry("w", "WTT"),
            Map.entry("kw", "KWT"), Map.entry("v", "VLT"), Map.entry("bar", "BAR"), Map.entry("mpa", "MPA"), Map.entry("l", "LTR"), Map.entry("ml", "MLT"),
            Map.entry("毫米", "MMT"), Map.entry("厘米", "CMT"), Map.entry("米", "MTR"), Map.entry("英寸", "INH"), Map.entry("克", "GRM"), Map.entry("千克", "KGM"),
            Map.entry("公斤", "KGM"), Map.entry("瓦", "WTT"), Map.entry("千瓦", "KWT"), Map.entry("伏", "VLT"), Map.entry("升", "LTR"), Map.entry("毫升", "MLT"));
    private static final Pattern WRITTEN = Pattern.compile("(-?\\d{1,12}(?:\\.\\d{1,6})?)\\s*([^\\d\\s]{0,10})");

    private Measures() {}

    /** {@code 1.5 in} in {@code MMT} is 38.1; a number alone is in that unit already. Empty for what is no number, and for a unit of something else. */
    public static Optional<BigDecimal> in(@Nullable String unit, String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        String symbol = matcher.group(2);
        if (symbol.isEmpty() || symbol.equals(unit)) {
            return Optional.of(plain(number));
        }
        Unit from = UNITS.get(SYMBOLS.getOrDefault(symbol.toLowerCase(Locale.ROOT), symbol));
        Unit to = unit == null ? null : UNITS.get(unit);
        return from == null || to == null || !from.dimension.equals(to.dimension) ? Optional.empty()
                : Optional.of(plain(number.multiply(from.factor).divide(to.factor, MathContext.DECIMAL64)));
    }

    /** {@code mm} for {@code MMT}; the code itself where it has none. */
    public static String symbol(String unit) {
        return SYMBOLS.entrySet().stream().filter(entry -> entry.getValue().equals(unit) && entry.getKey().matches("[a-z]+")).map(Map.Entry::getKey)
                .min(java.util.Comparator.comparingInt(String::length).thenComparing(name -> name)).orElse(unit);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
