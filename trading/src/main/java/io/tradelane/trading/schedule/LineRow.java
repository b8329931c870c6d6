package io.tradelane.trading.schedule;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line as it is written. @param demandId the same in all releases that speak of the demand */
record LineRow(UUID id, UUID demandId, Demand demand, @Nullable BigDecimal deliveredBefore, @Nullable CumulativeCheck check) {

    /** @param known {@code null} when nothing of the article is here */
    static LineRow of(UUID id, UUID demandId, Demand demand, @Nullable Supply known) {
        BigDecimal stated = demand.cumulativeReceived();
        return new LineRow(id, demandId, demand, known == null ? null : known.deliveredBefore(stated),
                stated == null ? null : CumulativeCheck.of(stated, demand.cumulativeSince(), demand.lastReceipt(), known));
    }

    boolean deviates() {
        return check != null && check.deviates();
    }
}
