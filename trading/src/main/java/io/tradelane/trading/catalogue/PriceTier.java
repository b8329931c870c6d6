package io.tradelane.trading.catalogue;

import io.tradelane.trading.document.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an article costs from a quantity on.
 *
 * @param from 0: from the first piece on
 * @param buyer with whom it is agreed; null: the list's, for everybody
 * @param validUntil the last day; null: until replaced
 */
public record PriceTier(BigDecimal from, Price price, @Nullable UUID buyer, LocalDate validFrom, @Nullable LocalDate validUntil) {}
