package io.tradelane.trading.cart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be put into a cart.
 *
 * @param number the supplier's article number, the buyer's, or a GTIN; null with {@code article}
 * @param supplier where several suppliers have an article of that number; null: whoever has it
 */
public record Wanted(@Nullable String number, @Nullable UUID article, @Nullable UUID supplier, @Nullable BigDecimal quantity, @Nullable LocalDate delivery) {}
