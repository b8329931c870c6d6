package io.tradelane.trading.relation;

import io.tradelane.trading.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supplier as the buyer knows it: what it decided about it, and what their deals say.
 *
 * @param orders of the last year; {@code open} those of them that are not at their end
 * @param spend of those orders, by currency
 * @param requests of its requests for quotation that wait for this supplier
 * @param contracts in force
 */
public record OwnSupplier(
        UUID id,
        String name,
        @Nullable String nameLocal,
        @Nullable String region,
        SupplierRelation relation,
        int orders,
        int open,
        List<Money> spend,
        Deliveries.Kept deliveries,
        int requests,
        List<Contract> contracts,
        Exchange exchange) {

    /** @param endsOn null: open-ended */
    public record Contract(UUID id, String number, @Nullable LocalDate endsOn) {}

    /**
     * How what goes between the two as messages fares.
     *
     * @param last message in either direction; null: none
     * @param failed documents to the supplier of the last 30 days that did not arrive or were refused
     * @param late documents and receipts that it owes
     */
    public record Exchange(@Nullable Instant last, int failed, int late) {
        static final Exchange NONE = new Exchange(null, 0, 0);

        public Health health() {
            return failed > 0 || late > 0 ? Health.TROUBLED : last == null ? Health.SILENT : Health.SOUND;
        }
    }

    public enum Health {
        /** Nothing goes between the two as messages. */
        SILENT,
        SOUND,
        TROUBLED
    }
}
