package io.tradelane.trading.relation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer has decided about a supplier.
 *
 * @param version 0: nothing was ever decided
 */
public record SupplierRelation(
        @Nullable UUID id, UUID supplier, Standing standing, @Nullable String reason, @Nullable String decidedBy, @Nullable Instant decidedAt, int version) {

    static SupplierRelation none(UUID supplier) {
        return new SupplierRelation(null, supplier, Standing.NONE, null, null, null, 0);
    }
}
