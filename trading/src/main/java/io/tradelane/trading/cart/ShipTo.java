package io.tradelane.trading.cart;

import io.tradelane.trading.document.Party;
import io.tradelane.trading.document.PartyRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the goods shall go. @param gln GS1 Global Location Number @param country ISO 3166-1 alpha-2 */
public record ShipTo(
        @Nullable String name, @Nullable String gln, @Nullable String street, @Nullable String city, @Nullable String postcode, @Nullable String country) {
    static final ShipTo UNKNOWN = new ShipTo(null, null, null, null, null, null);

    public boolean isEmpty() {
        return equals(UNKNOWN);
    }

    Party party() {
        List<Party.Identifier> identifiers = gln == null ? List.of() : List.of(new Party.Identifier(Party.Scheme.GLN, gln));
        return new Party(PartyRole.SHIP_TO, identifiers, name, new Party.Address(street == null ? List.of() : List.of(street), city, postcode, null, country), null);
    }
}
