package io.tradelane.trading.invoice;

import io.tradelane.trading.document.InvoiceDocument;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.Company;
import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice with its lines and what the match found.
 *
 * @param payable what the supplier asks, with tax
 * @param approved what is to be paid so far, with tax
 * @param buyerAnswers what the buyer's system answered, oldest first
 * @param creditorReference what the payer quotes: the supplier's, else an ISO 11649 reference made by the hub
 */
public record InvoiceView(
        UUID id,
        String number,
        InvoiceDocument.Kind kind,
        Company buyer,
        Company supplier,
        @Nullable UUID orderId,
        @Nullable String orderNumber,
        @Nullable String despatchAdviceNumber,
        @Nullable String precedingInvoice,
        LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        String currency,
        Money net,
        Money tax,
        Money payable,
        Money approved,
        Money paid,
        String creditorReference,
        @Nullable String payeeAccount,
        @Nullable String paymentTerms,
        @Nullable String note,
        InvoiceStatus status,
        @Nullable UUID interchange,
        @Nullable UUID message,
        Instant createdAt,
        int version,
        List<BuyerAnswer> buyerAnswers,
        List<Line> lines) {

    /**
     * @param payableQuantity how much of the quantity is to be paid; {@code null} while undecided
     * @param decidedBy who decided, when a person did
     */
    public record Line(
            UUID id,
            int position,
            String lineNumber,
            @Nullable UUID orderId,
            @Nullable UUID orderLineId,
            @Nullable String orderNumber,
            @Nullable String orderLineNumber,
            @Nullable String gtin,
            @Nullable String supplierArticle,
            @Nullable String buyerArticle,
            @Nullable String description,
            BigDecimal quantity,
            String unit,
            @Nullable Price price,
            Money net,
            @Nullable BigDecimal taxRate,
            LineVerdict verdict,
            List<Difference> differences,
            @Nullable BigDecimal payableQuantity,
            @Nullable Money approvedNet,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason) {}

    /**
     * One check of the match that failed.
     *
     * @param expected from order and receipt; {@code null} when there is nothing to compare with
     * @param tolerance the difference that would have been let through
     */
    public record Difference(HoldCode code, @Nullable String expected, String actual, @Nullable String tolerance) {}
}
