package io.tradelane.trading.despatch;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goods that a buyer counted in. */
public record ReceiptView(
        UUID id,
        String number,
        UUID orderId,
        String orderNumber,
        @Nullable UUID shipmentId,
        @Nullable String shipmentNumber,
        LocalDate receivedOn,
        Instant postedAt,
        String receivedBy,
        List<Line> lines) {

    public record Line(
            UUID orderLineId,
            String orderLineNumber,
            @Nullable String description,
            BigDecimal expected,
            BigDecimal accepted,
            BigDecimal damaged,
            String unit,
            GoodsReceipts.@Nullable Difference difference,
            @Nullable String note) {}
}
