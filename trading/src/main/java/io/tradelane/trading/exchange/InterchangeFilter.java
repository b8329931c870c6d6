package io.tradelane.trading.exchange;

import io.tradelane.trading.partner.Direction;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Null or empty: any. */
public record InterchangeFilter(@Nullable Direction direction, Set<InterchangeStatus> status, @Nullable UUID organisation) {
    public static InterchangeFilter any() {
        return new InterchangeFilter(null, Set.of(), null);
    }
}
