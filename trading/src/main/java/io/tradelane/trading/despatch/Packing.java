package io.tradelane.trading.despatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier packs of an order and sends.
 *
 * @param requestId made by the form; the same one again is {@code AlreadyDone}
 * @param carrierReference the carrier's consignment number
 * @param warehouse code or GLN of the supplier's warehouse it goes from; {@code null}: its main one
 * @param units 1 to 999; each gets an SSCC
 */
public record Packing(
        UUID requestId, UUID orderId, @Nullable String carrierReference, @Nullable LocalDate estimatedArrival, @Nullable String warehouse, List<Unit> units) {

    /** @param packageType UN/ECE Recommendation 21 @param pallet 1 to 99: those of one number stand on one pallet, which gets an SSCC too; {@code null}: on none */
    public record Unit(@Nullable String packageType, List<Content> contents, @Nullable Integer pallet) {}

    /**
     * @param quantity above zero; of all packages together at most what is still to be despatched on the line
     * @param serials serial numbers (GS1 application identifier 21), none or at most as many as there are pieces
     */
    public record Content(UUID orderLine, BigDecimal quantity, @Nullable String batch, @Nullable LocalDate bestBefore, List<String> serials) {}
}
