package io.tradelane.trading.cart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code cart_line}; the components are its columns. */
record CartLineRow(
        UUID id, UUID cartId, UUID buyerOrgId, int position, UUID articleId, BigDecimal quantity, @Nullable BigDecimal askedQuantity, @Nullable BigDecimal price,
        @Nullable BigDecimal priceBasis, @Nullable String priceUnit, @Nullable PriceSource priceSource, @Nullable UUID contractId, @Nullable String contractLine,
        @Nullable BigDecimal formerPrice, @Nullable LocalDate requestedDelivery, @Nullable String note, @Nullable UUID requirementLineId) {}
