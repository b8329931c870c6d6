package io.tradelane.trading.sourcing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code quote_version}; the components are its columns. */
record QuoteVersionRow(
        UUID id,
        UUID quoteId,
        UUID buyerOrgId,
        UUID supplierOrgId,
        int n,
        String number,
        @Nullable String documentKey,
        Side author,
        @Nullable Integer answers,
        @Nullable Integer rfqVersion,
        int round,
        QuoteState state,
        String currency,
        @Nullable LocalDate validTo,
        BigDecimal total,
        @Nullable BigDecimal statedTotal,
        @Nullable String paymentTerms,
        @Nullable String note,
        @Nullable String reason,
        boolean revealed,
        byte[] contentHash,
        String source,
        @Nullable UUID interchangeId,
        @Nullable UUID messageId,
        OffsetDateTime submittedAt,
        @Nullable OffsetDateTime endedAt) {

    boolean expired(LocalDate today) {
        return validTo != null && validTo.isBefore(today);
    }
}
