package io.tradelane.trading.contract;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of {@code contract_version}; the components are its columns. {@code params} is JSON. */
record ContractVersionRow(
        UUID id,
        UUID contractId,
        UUID buyerOrgId,
        UUID supplierOrgId,
        UUID authorOrgId,
        int n,
        int amendment,
        ContractState state,
        boolean revealed,
        String title,
        String currency,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        LocalDate signBy,
        @Nullable String paymentTerms,
        @Nullable String deliveryTerms,
        String params,
        String twin,
        byte[] contentHash,
        @Nullable String note,
        @Nullable String reason,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime endedAt) {}
