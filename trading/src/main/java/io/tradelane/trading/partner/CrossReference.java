package io.tradelane.trading.partner;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner calls something, and what we call it; read both ways.
 *
 * @param organisation the partner whose code {@code theirs} is
 * @param theirs code as it stands in the partner's documents
 * @param ours a GTIN, an article number as the catalogue has it, a UN/ECE Recommendation 20 unit, an ISO 4217 currency, a GLN
 *     or other place, a UN/EDIFACT 5305 tax category
 * @param until last day it holds; {@code null}: until ended
 */
public record CrossReference(
        UUID id, UUID organisation, Kind kind, String theirs, String ours, LocalDate from, @Nullable LocalDate until) {

    /** Which codes are looked up. */
    public enum Kind {
        GTIN,
        BUYER_ARTICLE,
        SUPPLIER_ARTICLE,
        UNIT,
        CURRENCY,
        LOCATION,
        TAX_CATEGORY
    }

    /** @throws IllegalArgumentException if a code is blank or the days are out of order */
    public CrossReference {
        if (theirs.isBlank() || ours.isBlank()) {
            throw new IllegalArgumentException("a cross-reference needs both codes");
        }
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a cross-reference ends on " + until + " before it begins on " + from);
        }
    }
}
