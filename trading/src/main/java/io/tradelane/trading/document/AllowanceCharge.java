package io.tradelane.trading.document;

import io.tradelane.trading.shared.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A deduction or a surcharge, of a document or a line: UN/EDIFACT ALC, X12 SAC, UBL AllowanceCharge (EN 16931 BG-20, 21, 27, 28).
 *
 * @param charge whether it is added; else it is taken off
 * @param amount never negative, without tax
 * @param percent of {@code base}
 * @param reasonCode UNCL 5189 of an allowance, 7161 of a charge
 * @param taxCategory UN/EDIFACT 5305; absent on a line, which has its own
 */
public record AllowanceCharge(
        boolean charge,
        Money amount,
        @Nullable BigDecimal percent,
        @Nullable Money base,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable String taxCategory,
        @Nullable BigDecimal taxRate) {}
