package io.tradelane.trading.payment;

import io.tradelane.trading.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as far as it concerns one invoice.
 *
 * @param amount the whole payment; {@code allocated} what of it pays this invoice
 */
public record PaymentView(
        UUID id,
        String bankReference,
        @Nullable String endToEndId,
        @Nullable String creditorReference,
        Money amount,
        Money allocated,
        @Nullable LocalDate bookedOn,
        @Nullable LocalDate valueOn,
        @Nullable String debtorName,
        boolean reversed,
        @Nullable UUID interchange,
        @Nullable UUID message,
        Instant createdAt) {}
