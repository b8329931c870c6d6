package io.tradelane.trading.despatch;

import io.tradelane.trading.document.ReceiptAdviceDocument;
import io.tradelane.trading.order.ApplyResult;
import io.tradelane.trading.order.CommandResult;
import io.tradelane.trading.order.MessageContext;
import io.tradelane.trading.order.OrderLines.BookableOrder;
import io.tradelane.trading.order.OrderLines;
import io.tradelane.trading.order.Parties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goods receipts: what the buyer's warehouse counted. */
@Service
@Transactional
public class GoodsReceipts {
    /** Entity type of a goods receipt in the journal. */
    public static final String ENTITY = "GOODS_RECEIPT";

    private final PostReceipt postReceipt;
    private final ApplyReceiptAdvice applyReceiptAdvice;
    private final ReceiptRepository receipts;
    private final OrderLines orders;

    GoodsReceipts(PostReceipt postReceipt, ApplyReceiptAdvice applyReceiptAdvice, ReceiptRepository receipts, OrderLines orders) {
        this.postReceipt = postReceipt;
        this.applyReceiptAdvice = applyReceiptAdvice;
        this.receipts = receipts;
        this.orders = orders;
    }

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
     * @param warehouse code or GLN of the buyer's warehouse; {@code null}: its main one
     */
    public record Receipt(UUID requestId, UUID orderId, @Nullable UUID shipmentId, @Nullable LocalDate receivedOn,
            @Nullable String warehouse, List<Counted> lines) {

        public Receipt(UUID requestId, UUID orderId, @Nullable UUID shipmentId, @Nullable LocalDate receivedOn, List<Counted> lines) {
            this(requestId, orderId, shipmentId, receivedOn, null, lines);
        }
    }

    /**
     * @param accepted good pieces, not negative
     * @param damaged pieces that came but are not accepted
     * @param difference required when accepted is not what was expected
     */
    public record Counted(
            UUID orderLineId, BigDecimal accepted, BigDecimal damaged, @Nullable Difference difference,
            @Nullable String note) {}

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

    /** What is still to be counted in, on a shipment or on the whole order. */
    @Transactional(readOnly = true)
    public List<Expected> expected(UUID orderId, @Nullable UUID shipmentId) {
        return orders.read(orderId).map(order -> expected(order, shipmentId)).orElse(List.of());
    }

    private List<Expected> expected(BookableOrder order, @Nullable UUID shipmentId) {
        Map<UUID, BigDecimal> expected = PostReceipt.expected(
                order, shipmentId != null, shipmentId == null ? List.of() : receipts.uncounted(shipmentId, order.id()));
        return order.lines().stream()
                .flatMap(line -> Optional.ofNullable(expected.get(line.id()))
                        .filter(open -> shipmentId != null || open.signum() > 0)
                        .map(open -> new Expected(line.id(), line.lineNumber(), line.gtin(), line.buyerArticle(),
                                line.supplierArticle(), line.description(), line.due(), line.shipped(), line.received(),
                                open, line.unit()))
                        .stream())
                .toList();
    }

    /**
     * Posts a receipt: quantities on the order lines, the shipment's state, both parties' books; invoices that waited
     * for goods are matched again. The supplier gets a receipt advice when an agreement says so.
     */
    public CommandResult post(Receipt receipt) {
        return postReceipt.post(receipt, true, MessageContext.NONE);
    }

    /**
     * Posts what a receipt advice says, once: on the shipment that it names if there is one, else on the order. What is not
     * accepted counts as damaged. The supplier gets the advice when an agreement says so. Held: unknown order or line, another
     * unit, a state that does not allow it.
     */
    public ApplyResult apply(ReceiptAdviceDocument document, Parties parties, MessageContext context) {
        return applyReceiptAdvice.apply(document, parties, context);
    }

    /** Receipts on an order, oldest first. */
    @Transactional(readOnly = true)
    public List<ReceiptView> ofOrder(UUID orderId) {
        return receipts.ofOrder(orderId);
    }
}
