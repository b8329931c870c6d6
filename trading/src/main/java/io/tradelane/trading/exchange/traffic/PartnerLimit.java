package io.tradelane.trading.exchange.traffic;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is set for one partner, in the terms of {@link Limits}; absent: as for everybody. */
public record PartnerLimit(
        UUID organisation,
        @Nullable Long interchangeBytes,
        @Nullable Integer interchangeMessages,
        @Nullable Integer depth,
        @Nullable Integer inPerMinute,
        @Nullable Integer outPerMinute,
        @Nullable Integer inAtOnce,
        @Nullable Integer outAtOnce) {

    public static PartnerLimit none(UUID organisation) {
        return new PartnerLimit(organisation, null, null, null, null, null, null, null);
    }
}
