package io.tradelane.trading.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price that is to be another.
 *
 * @param buyer with whom it is agreed; null: of the list
 * @param from the first day on which it counts
 * @param before of one unit, from the first piece on, on that day; likewise {@code after}
 * @param percent the largest move of a tier
 */
public record PriceChange(
        UUID id,
        UUID article,
        String number,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable UUID buyer,
        String currency,
        LocalDate from,
        @Nullable LocalDate until,
        List<ArticlePrices.Tier> tiers,
        BigDecimal before,
        BigDecimal after,
        BigDecimal percent,
        State state,
        String askedBy,
        Instant askedAt,
        @Nullable String decidedBy,
        @Nullable String reason) {

    public enum State {
        /** For a second person of the supplier. */
        WAITING,
        SET,
        REFUSED,
        /** Another took its place before it was decided. */
        WITHDRAWN
    }

    public String name(boolean chinese) {
        String first = chinese ? nameZh : nameEn;
        String other = chinese ? nameEn : nameZh;
        return first != null ? first : other != null ? other : number;
    }
}
