package io.tradelane.trading.contract;

import io.tradelane.trading.order.Company;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the list of contracts. @param title of the last version that the viewer may see, and its days */
public record ContractSummary(
        UUID id,
        String number,
        ContractType type,
        String title,
        Company buyer,
        Company supplier,
        ContractState state,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        Instant updatedAt,
        int version) {}
