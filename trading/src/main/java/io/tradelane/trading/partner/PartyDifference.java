package io.tradelane.trading.partner;

import org.jspecify.annotations.Nullable;

/**
 * What a partner says otherwise than we know it.
 *
 * @param known {@code null}: nothing
 * @param proposed {@code null}: it goes
 */
public record PartyDifference(Field field, @Nullable String known, @Nullable String proposed) {

    public enum Field {
        NAME,
        STREET,
        CITY,
        POSTAL_CODE,
        COUNTRY,
        CONTACT,
        PHONE,
        EMAIL,
        /** With its scheme before it: {@code GLN 4001234000022}. */
        IDENTIFIER,
        BANK_ACCOUNT
    }
}
