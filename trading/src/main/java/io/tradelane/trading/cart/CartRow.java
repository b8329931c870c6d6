package io.tradelane.trading.cart;

import io.tradelane.trading.order.Parties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code cart}; the components are its columns. */
record CartRow(
        UUID id, UUID buyerOrgId, UUID supplierOrgId, @Nullable UUID ownerId, String ownerName, CartState state, @Nullable String number, String currency,
        @Nullable LocalDate requestedDelivery, @Nullable String shipToName, @Nullable String shipToGln, @Nullable String shipToStreet, @Nullable String shipToCity,
        @Nullable String shipToPostcode, @Nullable String shipToCountry, @Nullable String costCentre, @Nullable String note, @Nullable BigDecimal total,
        @Nullable String rejectedReason, @Nullable UUID orderId, @Nullable OffsetDateTime submittedAt, OffsetDateTime createdAt, OffsetDateTime updatedAt, int version) {

    Parties parties() {
        return new Parties(buyerOrgId, supplierOrgId);
    }

    CartForm form() {
        return new CartForm(number, requestedDelivery, new ShipTo(shipToName, shipToGln, shipToStreet, shipToCity, shipToPostcode, shipToCountry), costCentre, note);
    }
}
