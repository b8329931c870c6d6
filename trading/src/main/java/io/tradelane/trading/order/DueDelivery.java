package io.tradelane.trading.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is still to be despatched.
 *
 * @param day promised by the supplier, else requested by the buyer
 * @param open how much of the line is still to come
 * @param late the day has passed
 */
public record DueDelivery(
        UUID order, String number, Company buyer, Company supplier, String lineNumber, @Nullable String item, BigDecimal open, String unit, LocalDate day, boolean promised, boolean late) {}
