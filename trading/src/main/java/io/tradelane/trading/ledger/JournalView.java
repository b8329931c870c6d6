package io.tradelane.trading.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A posted journal entry. @param number consecutive in the organisation's books, without gaps */
public record JournalView(
        UUID id,
        UUID organisation,
        long number,
        LocalDate date,
        Posting.Rule rule,
        UUID source,
        String text,
        @Nullable UUID reversalOf,
        Instant postedAt,
        List<Posting.Line> lines) {}
