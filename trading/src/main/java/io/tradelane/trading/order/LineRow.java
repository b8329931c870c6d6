package io.tradelane.trading.order;

import io.tradelane.trading.document.Item;
import io.tradelane.trading.document.Price;
import io.tradelane.trading.shared.Money;
import io.tradelane.trading.shared.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code po_line}; the components are its columns. */
record LineRow(
        UUID id,
        UUID orderId,
        UUID buyerOrgId,
        UUID supplierOrgId,
        int position,
        String lineNumber,
        @Nullable UUID articleId,
        @Nullable String gtin,
        @Nullable String buyerArticle,
        @Nullable String supplierArticle,
        @Nullable String description,
        String unit,
        BigDecimal quantity,
        @Nullable BigDecimal price,
        @Nullable BigDecimal priceBasis,
        @Nullable String priceUnit,
        @Nullable BigDecimal agreedPrice,
        @Nullable BigDecimal agreedBasis,
        @Nullable String agreedUnit,
        @Nullable BigDecimal statedAmount,
        @Nullable LocalDate requestedDelivery,
        @Nullable String note,
        String lineReferences,
        String issues,
        LineState state,
        @Nullable BigDecimal confirmedQuantity,
        @Nullable BigDecimal confirmedPrice,
        @Nullable BigDecimal confirmedBasis,
        @Nullable String confirmedUnit,
        @Nullable LocalDate promisedDelivery,
        BigDecimal shippedQuantity,
        BigDecimal countedQuantity,
        BigDecimal receivedQuantity,
        BigDecimal damagedQuantity,
        BigDecimal invoicedQuantity) {

    Item item() {
        return new Item(gtin, buyerArticle, supplierArticle, description);
    }

    @Nullable Price orderedPrice(String currency) {
        return priceOf(price, priceBasis, priceUnit, currency);
    }

    @Nullable Price agreedPrice(String currency) {
        return priceOf(agreedPrice, agreedBasis, agreedUnit, currency);
    }

    @Nullable Price confirmedPrice(String currency) {
        return priceOf(confirmedPrice, confirmedBasis, confirmedUnit, currency);
    }

    /** What counts: confirmed, else ordered, else agreed beforehand. */
    @Nullable Price priceThatCounts(String currency) {
        Price confirmed = confirmedPrice(currency);
        Price ordered = orderedPrice(currency);
        return confirmed != null ? confirmed : ordered != null ? ordered : agreedPrice(currency);
    }

    /** What is to be delivered: confirmed, else ordered; nothing on a line that is rejected or cancelled. */
    BigDecimal due() {
        return state.live() ? confirmedQuantity == null ? quantity : confirmedQuantity : BigDecimal.ZERO;
    }

    @Nullable LocalDate deliveryDate() {
        return promisedDelivery != null ? promisedDelivery : requestedDelivery;
    }

    Money amount(String currency) {
        Price counts = priceThatCounts(currency);
        return counts == null ? Money.zero(currency) : counts.of(new Quantity(due(), unit)).rounded();
    }

    static @Nullable Price priceOf(
            @Nullable BigDecimal amount, @Nullable BigDecimal basis, @Nullable String unit, String currency) {
        return amount == null || basis == null || unit == null ? null
                : new Price(new Money(Figures.price(amount), currency), new Quantity(Figures.quantity(basis), unit));
    }

    LineRow confirmed(BigDecimal quantity, @Nullable Price price, @Nullable LocalDate promised) {
        return copy(state, quantity, price == null ? null : price.amount().amount(), price == null ? null
                : price.basis().value(),
                        price == null ? null : price.basis().unit(), promised,
                        shippedQuantity, countedQuantity, receivedQuantity, damagedQuantity, invoicedQuantity)
                .derived();
    }

    LineRow rejected() {
        return copy(LineState.REJECTED, BigDecimal.ZERO, confirmedPrice, confirmedBasis, confirmedUnit,
                promisedDelivery,
                shippedQuantity, countedQuantity, receivedQuantity, damagedQuantity, invoicedQuantity);
    }

    /** As the buyer orders it from now on; what was delivered on it stays. @param fresh the same line, newly read */
    LineRow ordered(LineRow fresh) {
        return new LineRow(id, orderId, buyerOrgId, supplierOrgId, position, lineNumber, fresh.articleId, fresh.gtin,
                fresh.buyerArticle, fresh.supplierArticle, fresh.description, unit, fresh.quantity, fresh.price,
                fresh.priceBasis, fresh.priceUnit, fresh.agreedPrice, fresh.agreedBasis, fresh.agreedUnit,
                fresh.statedAmount, fresh.requestedDelivery, fresh.note, lineReferences, fresh.issues, LineState.OPEN, null, null,
                null, null, null, shippedQuantity, countedQuantity, receivedQuantity, damagedQuantity, invoicedQuantity)
                .derived();
    }

    LineRow at(int position) {
        return new LineRow(id, orderId, buyerOrgId, supplierOrgId, position, lineNumber, articleId, gtin, buyerArticle,
                supplierArticle, description, unit, quantity, price, priceBasis, priceUnit, agreedPrice, agreedBasis,
                agreedUnit, statedAmount, requestedDelivery, note, lineReferences, issues, state, confirmedQuantity,
                confirmedPrice, confirmedBasis, confirmedUnit, promisedDelivery, shippedQuantity, countedQuantity,
                receivedQuantity, damagedQuantity, invoicedQuantity);
    }

    /** Nothing more is to come of it: cancelled, or what is under way already and no more. */
    LineRow withoutRest() {
        LineState ends = shippedQuantity.signum() > 0 ? state : LineState.CANCELLED;
        return copy(ends, shippedQuantity, confirmedPrice, confirmedBasis, confirmedUnit, promisedDelivery,
                        shippedQuantity, countedQuantity, receivedQuantity, damagedQuantity, invoicedQuantity)
                .derived();
    }

    /** Everything that was to come of it is under way. */
    boolean despatched() {
        return state.live() && shippedQuantity.signum() > 0 && shippedQuantity.compareTo(due()) >= 0;
    }

    LineRow advanced(OrderLines.Advance by) {
        return copy(state, confirmedQuantity, confirmedPrice, confirmedBasis, confirmedUnit, promisedDelivery,
                        shippedQuantity.add(by.shipped()), countedQuantity.add(by.counted()), receivedQuantity
                        .add(by.received()),
                        damagedQuantity.add(by.damaged()), invoicedQuantity.add(by.invoiced()))
                .derived();
    }

    private LineRow derived() {
        return copy(Derivation.lineState(this), confirmedQuantity, confirmedPrice, confirmedBasis, confirmedUnit,
                promisedDelivery,
                shippedQuantity, countedQuantity, receivedQuantity, damagedQuantity, invoicedQuantity);
    }

    private LineRow copy(
            LineState state, @Nullable BigDecimal confirmedQuantity, @Nullable BigDecimal confirmedPrice,
            @Nullable BigDecimal confirmedBasis, @Nullable String confirmedUnit, @Nullable LocalDate promisedDelivery,
            BigDecimal shipped, BigDecimal counted, BigDecimal received, BigDecimal damaged, BigDecimal invoiced) {
        return new LineRow(id, orderId, buyerOrgId, supplierOrgId, position, lineNumber, articleId, gtin, buyerArticle,
                supplierArticle,
                description, unit, quantity, price, priceBasis, priceUnit, agreedPrice, agreedBasis, agreedUnit,
                statedAmount,
                requestedDelivery, note, lineReferences, issues, state, confirmedQuantity, confirmedPrice,
                confirmedBasis,
                confirmedUnit, promisedDelivery, shipped, counted, received, damaged, invoiced);
    }
}
