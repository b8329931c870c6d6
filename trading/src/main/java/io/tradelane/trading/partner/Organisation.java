package io.tradelane.trading.partner;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company that trades or serves here. Every organisation may read the directory of organisations.
 *
 * @param nameLocal the name in Chinese, absent when there is none
 * @param gln GS1 Global Location Number, 13 digits
 * @param currency ISO 4217, the currency it usually trades in
 */
public record Organisation(
        UUID id, String name, @Nullable String nameLocal, Kind kind, @Nullable String gln, String currency, Address address, Contact contact) {

    public enum Kind {
        BUYER,
        SUPPLIER,
        BOTH,
        BANK,
        CARRIER,
        /** Who runs this hub. */
        OPERATOR
    }

    /** Whom to ask for. */
    public record Contact(@Nullable String name, @Nullable String phone, @Nullable String email) {
        public static final Contact UNKNOWN = new Contact(null, null, null);
    }

    /** @param country ISO 3166-1 alpha-2 */
    public record Address(
            @Nullable String street, @Nullable String city, @Nullable String postalCode, @Nullable String country) {
        public static final Address UNKNOWN = new Address(null, null, null, null);
    }
}
