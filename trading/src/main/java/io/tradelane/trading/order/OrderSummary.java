package io.tradelane.trading.order;

import io.tradelane.trading.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the list of orders.
 *
 * @param total sum of the lines as they stand, without tax
 * @param nextDelivery earliest promised, else requested, date of what is still to be despatched
 * @param issues how many things on its lines a person should see
 */
public record OrderSummary(
        UUID id,
        String number,
        Company buyer,
        Company supplier,
        LocalDate issuedOn,
        Money total,
        @Nullable LocalDate nextDelivery,
        boolean late,
        OrderStatus status,
        int lines,
        int issues,
        Instant createdAt,
        int version) {}
