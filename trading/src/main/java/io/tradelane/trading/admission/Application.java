package io.tradelane.trading.admission;

import io.tradelane.trading.partner.Organisation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a company says of itself.
 *
 * @param country ISO 3166-1 alpha-2
 * @param currency ISO 4217
 * @param identifiers by scheme: {@code USCC}, {@code VAT}, {@code GLN}, {@code DUNS}, {@code LEI}
 * @param category what it trades in
 * @param region where it delivers to or buys for
 */
public record Application(
        String name, @Nullable String nameLocal, Organisation.Kind kind, String country, String currency, @Nullable String street, @Nullable String city,
        @Nullable String postalCode, String contactName, @Nullable String phone, Map<String, String> identifiers, @Nullable String category,
        @Nullable String region, @Nullable String description) {}
