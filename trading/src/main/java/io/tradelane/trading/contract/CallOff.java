package io.tradelane.trading.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is ordered of one line of a contract.
 *
 * @param quantity in the line's unit
 * @param delivery {@code null}: as the contract says
 */
public record CallOff(String lineNumber, BigDecimal quantity, @Nullable LocalDate delivery) {}
