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
 * @param returnTarget of OCI: the frame of the browser in which the form is posted
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
        Instant expiresAt,
        Protocol protocol,
        @Nullable String returnTarget) {

    /** How the shop was called up, and so how the cart goes back. */
    public enum Protocol {
        CXML,
        /** SAP Open Catalog Interface 4.0 or 5.0. */
        OCI
    }


    Parties parties() {
        return new Parties(buyer, supplier);
    }
}
