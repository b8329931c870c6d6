package io.tradelane.trading.sourcing;

import io.tradelane.trading.document.PunchOutSetupDocument.Operation;
import io.tradelane.trading.order.Parties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person in a supplier's shop.
 *
 * @param buyerCookie given back with the cart
 * @param returnAddress where the person's browser posts the cart to
 * @param currency in which is sold
 */
public record PunchOutSession(
        UUID id,
        UUID buyer,
        UUID supplier,
        String buyerName,
        @Nullable String buyerGln,
        String supplierName,
        @Nullable String supplierNameLocal,
        @Nullable String supplierGln,
        Operation operation,
        String buyerCookie,
        String returnAddress,
        @Nullable String userEmail,
        String currency,
        Instant expiresAt) {

    Parties parties() {
        return new Parties(buyer, supplier);
    }
}
