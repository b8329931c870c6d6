package io.tradelane.trading.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader is shown of how much of an article can be sold.
 *
 * @param available whether there is any
 * @param quantity of {@link Mode#EXACT}
 * @param from of {@link Mode#BAND}: at least so much
 * @param below and less than this; {@code null}: no end
 */
public record SharedStock(Mode mode, boolean available, @Nullable BigDecimal quantity, @Nullable BigDecimal from, @Nullable BigDecimal below) {
    private static final List<BigDecimal> BOUNDS = List.of(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.TEN, new BigDecimal(50), new BigDecimal(100), new BigDecimal(500),
            new BigDecimal(1_000), new BigDecimal(5_000), new BigDecimal(10_000), new BigDecimal(50_000), new BigDecimal(100_000));

    /** How much a supplier lets a buyer see. */
    public enum Mode {
        NONE,
        YES_NO,
        /** Between which of a row of bounds it is. */
        BAND,
        EXACT
    }

    /** @return {@code null} where nothing is to be seen, or nobody knows */
    public static @Nullable SharedStock of(@Nullable Mode mode, @Nullable BigDecimal stock) {
        if (mode == null || mode == Mode.NONE || stock == null) {
            return null;
        }
        boolean any = stock.signum() > 0;
        return switch (mode) {
            case EXACT -> new SharedStock(mode, any, stock, null, null);
            case BAND -> new SharedStock(mode, any, null, BOUNDS.stream().filter(bound -> bound.compareTo(stock) <= 0).reduce((one, next) -> next).orElse(BigDecimal.ZERO),
                    BOUNDS.stream().filter(bound -> bound.compareTo(stock) > 0).findFirst().orElse(null));
            case YES_NO -> new SharedStock(mode, any, null, null, null);
            case NONE -> null;
        };
    }
}
