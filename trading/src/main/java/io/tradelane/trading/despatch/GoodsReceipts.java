package io.tradelane.trading.despatch;

import io.tradelane.trading.order.CommandResult;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Goods receipts: what the buyer's warehouse counted. */
@Service
public class GoodsReceipts {
    /** Entity type of a goods receipt in the journal. */
    public static final String ENTITY = "GOODS_RECEIPT";

    /** Why less (or more) was accepted than expected. */
    public enum Difference {
        SHORT,
        DAMAGED,
        WRONG_ARTICLE,
        EXPIRED,
        OVER
    }

    /**
     * @param requestId made by the form; the same one again is {@code AlreadyDone}
     * @param shipmentId the shipment counted, or {@code null} for a receipt without despatch advice
     * @param receivedOn the day of the receipt, {@code null}: today
     */
    public record Receipt(UUID requestId, UUID orderId, @Nullable UUID shipmentId, @Nullable LocalDate receivedOn, List<Counted> lines) {}

    /**
     * @param accepted good pieces, not negative
     * @param damaged pieces that came but are not accepted
     * @param difference required when accepted is not what was expected
     */
    public record Counted(
            UUID orderLineId, BigDecimal accepted, BigDecimal damaged, @Nullable Difference difference, @Nullable String note) {}

    /** What the warehouse is to count: per order line of the shipment (or of the order) what is still expected. */
    public record Expected(
            UUID orderLineId,
            String orderLineNumber,
            @Nullable String gtin,
            @Nullable String buyerArticle,
            @Nullable String supplierArticle,
            @Nullable String description,
            BigDecimal ordered,
            BigDecimal shipped,
            BigDecimal alreadyReceived,
            BigDecimal expected,
            String unit) {}

    public List<Expected> expected(UUID orderId, @Nullable UUID shipmentId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Posts a receipt: quantities on the order lines, the shipment's state, both parties' books; invoices that waited
     * for goods are matched again.
     */
    public CommandResult post(Receipt receipt) {
        throw new UnsupportedOperationException();
    }

    /** Receipts on an order, oldest first. */
    public List<ReceiptView> ofOrder(UUID orderId) {
        throw new UnsupportedOperationException();
    }
}
