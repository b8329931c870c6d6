package io.tradelane.trading.order;

import io.tradelane.trading.document.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a supplier answers to an order, from the browser or the API. */
public sealed interface SupplierAnswer {

    /** @param supplierOrderNumber the supplier's own number of the order */
    record AcceptAll(@Nullable String supplierOrderNumber) implements SupplierAnswer {}

    /** @param lines those that differ; a line not named is accepted as ordered */
    record Change(@Nullable String supplierOrderNumber, @Nullable String note,
            List<LineChange> lines) implements SupplierAnswer {}

    record RejectAll(String reason) implements SupplierAnswer {}

    /**
     * @param lineNumber the buyer's line number
     * @param rejected the line will not be delivered; the other fields are then ignored
     * @param quantity in the ordered unit; {@code null}: as ordered
     * @param price {@code null}: as ordered
     * @param promisedDelivery {@code null}: as requested
     */
    record LineChange(
            String lineNumber,
            boolean rejected,
            @Nullable BigDecimal quantity,
            @Nullable Price price,
            @Nullable LocalDate promisedDelivery,
            @Nullable String reason) {}
}
