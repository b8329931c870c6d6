package io.tradelane.trading.cart;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of the order as a whole.
 *
 * @param number the buyer's order number; null: the next of a series
 */
public record CartForm(@Nullable String number, @Nullable LocalDate requestedDelivery, ShipTo shipTo, @Nullable String costCentre, @Nullable String note) {}
