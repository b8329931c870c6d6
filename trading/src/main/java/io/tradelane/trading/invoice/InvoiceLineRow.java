package io.tradelane.trading.invoice;

import io.tradelane.trading.document.Price;
import io.tradelane.trading.order.Figures;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code invoice_line}; the components are its columns. */
record InvoiceLineRow(
        UUID id,
        UUID invoiceId,
        UUID buyerOrgId,
        UUID supplierOrgId,
        int position,
        String lineNumber,
        @Nullable UUID orderId,
        @Nullable UUID poLineId,
        @Nullable String orderNumber,
        @Nullable String orderLineNumber,
        @Nullable String gtin,
        @Nullable String supplierArticle,
        @Nullable String buyerArticle,
        @Nullable String description,
        BigDecimal quantity,
        String unit,
        @Nullable BigDecimal price,
        @Nullable BigDecimal priceBasis,
        @Nullable String priceUnit,
        BigDecimal net,
        BigDecimal charge,
        @Nullable BigDecimal taxRate,
        BigDecimal tax,
        LineVerdict verdict,
        @Nullable BigDecimal payableQuantity,
        @Nullable BigDecimal approvedNet,
        @Nullable BigDecimal approvedTax,
        @Nullable UUID decidedByUser,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decisionReason) {

    @Nullable Price priceOf(String currency) {
        return price == null || priceBasis == null || priceUnit == null ? null
                : new Price(new Money(Figures.price(price), currency),
                        new Quantity(Figures.quantity(priceBasis), priceUnit));
    }

    /** The price asked for one unit: as stated, else what the line amount comes to. */
    BigDecimal perUnit() {
        return price != null && priceBasis != null
                ? price.divide(priceBasis, MathContext.DECIMAL64)
                : net.divide(quantity, MathContext.DECIMAL64);
    }

    /** Without tax, with the line's share of charges and rounding. */
    BigDecimal whole() {
        return net.add(charge);
    }

    /** Payable as asked. */
    InvoiceLineRow paidInFull(LineVerdict verdict) {
        return decided(verdict, quantity, whole(), tax);
    }

    /** Payable only in part; the tax shrinks with the amount. */
    InvoiceLineRow paidInPart(BigDecimal quantity, Money net) {
        BigDecimal share = whole().signum() == 0 ? BigDecimal.ZERO
                : new Money(tax.multiply(net.amount()).divide(whole(), MathContext.DECIMAL64),
                        net.currency()).rounded().amount();
        return decided(LineVerdict.SHORT_PAID, quantity, net.amount(), share);
    }

    InvoiceLineRow rejected() {
        return decided(LineVerdict.REJECTED, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    InvoiceLineRow waiting(LineVerdict verdict) {
        return new InvoiceLineRow(id, invoiceId, buyerOrgId, supplierOrgId, position, lineNumber, orderId, poLineId,
                orderNumber,
                orderLineNumber, gtin, supplierArticle, buyerArticle, description, quantity, unit, price, priceBasis,
                priceUnit, net,
                charge, taxRate, tax, verdict, null, null, null, null, null, null, null);
    }

    InvoiceLineRow by(@Nullable UUID user, String name, OffsetDateTime at, String reason) {
        return new InvoiceLineRow(id, invoiceId, buyerOrgId, supplierOrgId, position, lineNumber, orderId, poLineId,
                orderNumber,
                orderLineNumber, gtin, supplierArticle, buyerArticle, description, quantity, unit, price, priceBasis,
                priceUnit, net,
                charge, taxRate, tax, verdict, payableQuantity, approvedNet, approvedTax, user, name, at, reason);
    }

    private InvoiceLineRow decided(LineVerdict verdict, BigDecimal payable, BigDecimal approvedNet,
            BigDecimal approvedTax) {
        return new InvoiceLineRow(id, invoiceId, buyerOrgId, supplierOrgId, position, lineNumber, orderId, poLineId,
                orderNumber,
                orderLineNumber, gtin, supplierArticle, buyerArticle, description, quantity, unit, price, priceBasis,
                priceUnit, net,
                charge, taxRate, tax, verdict, payable, approvedNet, approvedTax, decidedByUser, decidedBy, decidedAt,
                decisionReason);
    }
}
