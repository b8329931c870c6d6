package io.tradelane.trading.partner;

import io.tradelane.trading.document.DocumentType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How what a company sends is read otherwise than everybody's; what is absent is as usual.
 *
 * @param organisation the sender
 * @param format family of formats: EDIFACT, X12, UBL, CSV …
 * @param type of which documents; absent: of all in this format
 * @param codeLists what a code outside its list is worth
 * @param rules whether schema and profile rules are checked
 * @param table which column of a table is what, as JSON
 */
public record ReadingSetting(
        UUID organisation,
        String format,
        @Nullable DocumentType type,
        @Nullable CodeLists codeLists,
        @Nullable Boolean rules,
        @Nullable String table) {

    /** What a code outside its list is worth. */
    public enum CodeLists {
        /** An error. */
        STRICT,
        /** A warning. */
        LENIENT
    }

    /** @throws IllegalArgumentException if it says nothing */
    public ReadingSetting {
        if (codeLists == null && rules == null && table == null) {
            throw new IllegalArgumentException("a reading setting says something");
        }
    }
}
