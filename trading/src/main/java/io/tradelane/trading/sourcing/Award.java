package io.tradelane.trading.sourcing;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a request, or a part of it, for one supplier.
 *
 * @param quantity in the unit of the line; {@code null}: all that was asked for
 */
public record Award(String lineNumber, UUID supplier, @Nullable BigDecimal quantity) {}
